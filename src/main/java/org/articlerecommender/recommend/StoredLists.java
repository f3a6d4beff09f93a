package org.articlerecommender.recommend;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.EventsRecorded;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.RecentlyUsed;

/**
 * The lists made last, for readers who ask again: a page that is loaded again is one showing, and not one more.
 *
 * <p>A list is not used again once its reader acted, the candidates or the models changed, or the day did; what another
 * instance recorded is seen when the list's time is over. A list for which something was missing is not kept.
 */
@ApplicationScoped
class StoredLists {

    private static final int MOST = 1000;
    // What follows from showing a list is not a reason to make another
    private static final Set<EventType> SHOWING = Set.of(EventType.IMPRESS, EventType.RECOMMENDATIONS);

    /** What a list depends on, as far as it can be told without making it. */
    record Wish(
            ReaderId reader, int length, ShownRanking.Kind kind, Candidates candidates, String models, LocalDate day) {

        Key key() {
            return new Key(reader, length, kind);
        }
    }

    /** @param sound whether nothing was missing when it was made */
    record Made(Recommended list, boolean sound) {}

    private record Key(ReaderId reader, int length, ShownRanking.Kind kind) {}

    private record Stored(Wish wish, int actions, long madeAt, Recommended list) {}

    private final long keepNanos;
    private final ActionCounters actions = new ActionCounters();
    private final Map<Key, Stored> lists = new RecentlyUsed<>(MOST);

    @Inject
    StoredLists(RecommendConfig config) {
        this(config.keepLists());
    }

    StoredLists(Duration keep) {
        this.keepNanos = keep.toNanos();
    }

    /** The list for this wish: the one made before, or a new one. */
    Recommended find(Wish wish, Supplier<Made> make) {
        if (keepNanos <= 0) {
            return make.get().list();
        }
        // read before the list is made: what the reader does meanwhile makes it an old one
        int acted = actions.of(wish.reader());
        var there = recall(wish.key());
        if (there != null
                && there.actions() == acted
                && System.nanoTime() - there.madeAt() < keepNanos
                && there.wish().candidates() == wish.candidates()
                && there.wish().models().equals(wish.models())
                && there.wish().day().equals(wish.day())) {
            return there.list();
        }
        var made = make.get();
        if (made.sound()) {
            remember(new Stored(wish, acted, System.nanoTime(), made.list()));
        }
        return made.list();
    }

    // after all others: until then the features may not have what the reader did
    void onEvents(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) EventsRecorded recorded) {
        recorded.events().stream()
                .filter(event -> !SHOWING.contains(event.type()))
                .forEach(event -> actions.count(event.reader()));
    }

    private Stored recall(Key key) {
        synchronized (lists) {
            return lists.get(key);
        }
    }

    private void remember(Stored stored) {
        synchronized (lists) {
            lists.put(stored.wish().key(), stored);
        }
    }
}
