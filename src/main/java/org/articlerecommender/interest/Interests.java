package org.articlerecommender.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.Embedder;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.EventsRecorded;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.RecentlyUsed;

/** What each reader is interested in, learned from what they did; learned anew after every action of theirs. */
@ApplicationScoped
public class Interests {

    private static final List<EventType> TELLING = List.of(
            EventType.LIKE,
            EventType.SAVE,
            EventType.SHARE,
            EventType.CLICK,
            EventType.EXPAND,
            EventType.DISLIKE,
            EventType.HIDE,
            EventType.UNLIKE,
            EventType.UNSAVE,
            EventType.UNDISLIKE,
            EventType.UNHIDE,
            EventType.FORGET,
            EventType.UNFORGET);
    private static final int LEARNERS = 64;
    private static final int ENOUGH_OTHERS = 500;

    private final EventLog log;
    private final Contents contents;
    private final Background background;
    private final Embedder embedder;
    private final InterestConfig config;
    private final Clock clock;
    private final Map<ReaderId, Known> known;
    private final Object[] learning = new Object[LEARNERS];

    /** What was learned, up to which event ({@code null} for none), for which day, and when that was last looked at. */
    private record Known(Optional<Interest> interest, UUID newest, String model, LocalDate day, long checkedAt) {}

    Interests(
            EventLog log,
            Contents contents,
            Background background,
            Embedder embedder,
            InterestConfig config,
            Clock clock) {
        this.log = log;
        this.contents = contents;
        this.background = background;
        this.embedder = embedder;
        this.config = config;
        this.clock = clock;
        this.known = new RecentlyUsed<>(config.rememberedReaders());
        for (int i = 0; i < LEARNERS; i++) {
            learning[i] = new Object();
        }
    }

    /** How much something counts that was liked that long before the newest. */
    public static double weight(Duration age, InterestConfig config) {
        double halves = Math.max(0, age.toMillis()) / (double) config.halfLife().toMillis();
        return Math.max(config.leastWeight(), Math.pow(0.5, halves));
    }

    /** The reader's interest; empty when nothing that they liked has a vector. */
    public Optional<Interest> of(ReaderId reader) {
        var there = recall(reader);
        if (isFresh(there)) {
            return there.interest;
        }
        // readers who share a lock only wait for each other; one reader's requests would otherwise all learn the same
        synchronized (learning[Math.floorMod(reader.hashCode(), LEARNERS)]) {
            there = recall(reader);
            if (isFresh(there)) {
                return there.interest;
            }
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var model = embedder.model();
            var newest = log.of(reader, TELLING, Instant.EPOCH, 1).stream()
                    .map(Event::id)
                    .findFirst()
                    .orElse(null);
            boolean same = there != null
                    && Objects.equals(there.newest, newest)
                    && there.model.equals(model)
                    && there.day.equals(today);
            var interest = same ? there.interest : learn(reader, today, Set.of());
            remember(reader, new Known(interest, newest, model, today, System.nanoTime()));
            return interest;
        }
    }

    /** The reader's interest as it would be if these articles were forgotten; learned anew at each call. */
    public Optional<Interest> without(ReaderId reader, Set<ArticleId> articles) {
        return learn(reader, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), articles);
    }

    void onEvents(@Observes EventsRecorded recorded) {
        synchronized (known) {
            recorded.events().stream()
                    .filter(event -> TELLING.contains(event.type()))
                    .map(Event::reader)
                    .distinct()
                    .forEach(known::remove);
        }
    }

    private boolean isFresh(Known there) {
        return there != null
                && System.nanoTime() - there.checkedAt < config.refreshEvery().toNanos();
    }

    private Known recall(ReaderId reader) {
        synchronized (known) {
            return known.get(reader);
        }
    }

    private void remember(ReaderId reader, Known learned) {
        synchronized (known) {
            known.put(reader, learned);
        }
    }

    /**
     * Articles of the fields that the reader likes, which they have had the time to choose; where there are few of these, all
     * there are.
     */
    private List<Content> others(LocalDate today, Opinions opinions) {
        var own = Set.copyOf(opinions.articles());
        var liked = opinions.liked().keySet();
        var settled = background.before(today.minusDays(config.settledAfter().toDays()), own, liked);
        return settled.size() >= ENOUGH_OTHERS ? settled : background.before(today, own, liked);
    }

    private Optional<Interest> learn(ReaderId reader, LocalDate today, Set<ArticleId> without) {
        var opinions = Opinions.of(log.of(reader, TELLING, Instant.EPOCH, config.actions()).stream()
                .filter(event -> !without.contains(event.article()))
                .toList());
        var found = contents.of(opinions.articles());
        var liked = new ArrayList<ArticleId>();
        var examples = new ArrayList<InterestModel.Liked>();
        var newest = opinions.liked().values().stream().map(Event::at).max(Comparator.naturalOrder());
        opinions.liked().forEach((article, like) -> {
            var content = found.get(article);
            if (content != null) {
                liked.add(article);
                double weight =
                        Opinions.strength(like) * weight(Duration.between(like.at(), newest.orElseThrow()), config);
                examples.add(new InterestModel.Liked(content, weight));
            }
        });
        var disliked = opinions.disliked().stream()
                .filter(found::containsKey)
                .map(found::get)
                .toList();
        var others = others(today, opinions);
        return InterestModel.learn(examples, disliked, others).map(model -> new Interest(model, List.copyOf(liked)));
    }
}
