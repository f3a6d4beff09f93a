package org.articlerecommender.recommend;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Shortlist;
import org.articlerecommender.events.Draft;
import org.articlerecommender.events.MadeList;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.StoreUnavailable;
import org.articlerecommender.platform.TimeOrderedId;
import org.articlerecommender.ranking.KnownReader;
import org.articlerecommender.ranking.Ranker;
import org.articlerecommender.ranking.Ranking;

/**
 * Makes the list a reader gets: candidates of the window, without what they have had enough of, ranked, spread, and a
 * little explored. Every list is recorded before it is answered, unless PostgreSQL is away.
 */
@ApplicationScoped
public class Recommendations {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final CandidateWindow window;
    private final Preselection preselection;
    private final Ranker ranker;
    private final ListMaker lists;
    private final ReaderHistories histories;
    private final Rankings rankings;
    private final StoredLists stored;
    private final RecommendConfig config;
    private final Clock clock;
    private final Bulkhead computing = new Bulkhead(Runtime.getRuntime().availableProcessors(), PATIENCE);

    Recommendations(
            CandidateWindow window,
            Preselection preselection,
            Ranker ranker,
            ListMaker lists,
            ReaderHistories histories,
            Rankings rankings,
            StoredLists stored,
            RecommendConfig config,
            Clock clock) {
        this.window = window;
        this.preselection = preselection;
        this.ranker = ranker;
        this.lists = lists;
        this.histories = histories;
        this.rankings = rankings;
        this.stored = stored;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A list for a reader, to be shown on a page; the unknown reader gets what is new and read by others. For a short
     * while it is the same list, unless the reader does something or something to choose from comes in.
     */
    public Recommended of(ReaderId reader, int length) {
        return of(reader, length, ShownRanking.Kind.FEED);
    }

    /** A list for nobody in particular: what is new and read by others. */
    public Recommended forAnyone(int length) {
        return of(null, length, ShownRanking.Kind.FEED);
    }

    /**
     * A list of at most {@code length} articles, none of them twice; empty only when nothing is left to recommend.
     *
     * @param reader null for nobody in particular
     */
    Recommended of(ReaderId reader, int length, ShownRanking.Kind kind) {
        var candidates = window.current();
        var wish = new StoredLists.Wish(reader, length, kind, candidates, ranker.models(), LocalDate.now(clock));
        return stored.find(wish, () -> make(reader, length, kind, candidates));
    }

    /** Makes a list for a reader that nobody is shown: what the next list needs is in memory then. */
    void rehearse(ReaderId reader, int length) {
        draw(reader, length, ShownRanking.Kind.FEED, window.current());
    }

    private StoredLists.Made make(ReaderId reader, int length, ShownRanking.Kind kind, Candidates candidates) {
        var made = draw(reader, length, kind, candidates);
        boolean recorded = record(made);
        var note = made.drawn().note();
        var list = new Recommended(made.shown(), made.drawn().list().items(), note(candidates, note, recorded));
        return new StoredLists.Made(list, recorded && note == null);
    }

    private record Made(ShownRanking shown, Drawn drawn) {}

    /**
     * A list without the ranking that it was drawn from, which is a hundred times larger: many wait for theirs to be recorded.
     *
     * @param challenger null when one model alone ordered it
     */
    private record Drawn(String model, String note, String challenger, int candidates, ListMaker.Made list) {}

    private Made draw(ReaderId reader, int length, ShownRanking.Kind kind, Candidates candidates) {
        var now = clock.instant();
        var known = ranker.known(reader);
        var gone = gone(reader, candidates);
        var drawn = computing.compute(() -> draw(known, Wanted.of(candidates, gone), candidates, length));
        var shown = new ShownRanking(
                TimeOrderedId.at(now),
                reader,
                kind,
                null,
                drawn.model(),
                drawn.challenger() == null ? "default" : "interleaved",
                now,
                drawn.candidates(),
                drawn.list().lines());
        return new Made(shown, drawn);
    }

    private Drawn draw(KnownReader known, Shortlist wanted, Candidates candidates, int length) {
        var reader = known.reader();
        var ranking = ranker.rank(known, preselection.of(known, wanted, config.scored()));
        var dice = dice(reader);
        var drafted = reader == null ? null : draft(ranking, length, dice);
        var list = drafted == null
                ? lists.make(known, ranking, null, candidates, length, dice)
                : lists.make(known, drafted.ranking(), drafted.teams(), candidates, length, dice);
        var challenger = drafted == null ? null : drafted.challenger();
        return new Drawn(ranking.model(), ranking.note(), challenger, wanted.size(), list);
    }

    private TeamDraft draft(Ranking ranking, int length, Random dice) {
        return ranker.challenge(ranking)
                .map(other -> TeamDraft.of(ranking, other, Policy.REACH * length, dice))
                .orElse(null);
    }

    // the same all day, so that a page that is loaded again explores the same articles
    private Random dice(ReaderId reader) {
        long day = LocalDate.now(clock).toEpochDay();
        return new Random(reader == null ? day : 31 * day + reader.hashCode());
    }

    private Set<ArticleId> gone(ReaderId reader, Candidates candidates) {
        try {
            return reader == null ? Set.of() : histories.gone(reader, candidates);
        } catch (StoreUnavailable e) {
            Log.debugf("A list is made without what the reader did: %s", e.getMessage());
            return Set.of();
        }
    }

    private boolean record(Made made) {
        try {
            var shown = made.shown();
            var list = made.drawn().list();
            var challenger = made.drawn().challenger();
            var draft = challenger == null ? null : new Draft(shown.id(), shown.model(), challenger, list.teams());
            rankings.save(new MadeList(shown, draft, list.explored()));
            return true;
        } catch (StoreUnavailable e) {
            Log.warnf("A list is shown without its record: %s", e.getMessage());
            return false;
        }
    }

    private static String note(Candidates candidates, String ranker, boolean recorded) {
        var stale = candidates.stale()
                ? "Nothing was announced in the last days; these are the newest articles before."
                : null;
        var lost = recorded ? null : "What you do with this list cannot be recorded at the moment.";
        var notes = Stream.of(stale, ranker, lost).filter(Objects::nonNull).toList();
        return notes.isEmpty() ? null : String.join(" ", notes);
    }
}
