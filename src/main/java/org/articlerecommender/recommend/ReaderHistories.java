package org.articlerecommender.recommend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventsRecorded;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.RecentlyUsed;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * What readers did to the candidates, kept in memory: a reader who is shown lists every day has thousands of impressions,
 * and reading them takes longer than ranking. What this process records is here at once, what another one does within a
 * minute.
 */
@ApplicationScoped
class ReaderHistories {

    private static final int EVENTS_READ = 10_000;
    private static final int READERS = 1000;
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

    /** @param events about the candidates, newest first */
    private record Known(Candidates candidates, Deque<Event> events, long readAt) {}

    private final EventLog log;
    private final RecommendConfig config;
    private final Clock clock;
    private final ActionCounters actions = new ActionCounters();
    private final Map<ReaderId, Known> known = new RecentlyUsed<>(READERS);

    ReaderHistories(EventLog log, RecommendConfig config, Clock clock) {
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Which of the candidates the reader had enough of; others may be among them.
     *
     * @throws StoreUnavailable if PostgreSQL does not answer and the reader's history is not here
     */
    Set<ArticleId> gone(ReaderId reader, Candidates candidates) {
        var now = clock.instant();
        int acted = actions.of(reader);
        synchronized (known) {
            var there = known.get(reader);
            if (there != null && there.candidates() == candidates && System.nanoTime() - there.readAt() < FRESH_NANOS) {
                return history(there.events(), now).gone();
            }
        }
        var events = new ArrayDeque<Event>();
        log.of(reader, ReaderHistory.TELLING, now.minus(config.rememberFor()), EVENTS_READ).stream()
                .filter(event -> candidates.has(event.article()))
                .forEach(events::addLast);
        synchronized (known) {
            // what was recorded meanwhile may be missing
            if (actions.of(reader) == acted) {
                known.put(reader, new Known(candidates, events, System.nanoTime()));
            }
        }
        return history(events, now).gone();
    }

    void onEvents(@Observes EventsRecorded recorded) {
        synchronized (known) {
            for (var event : recorded.events()) {
                if (ReaderHistory.TELLING.contains(event.type())) {
                    actions.count(event.reader());
                    add(event);
                }
            }
        }
    }

    private void add(Event event) {
        var there = known.get(event.reader());
        if (there == null || !there.candidates().has(event.article())) {
            return;
        }
        var newest = there.events().peekFirst();
        if (newest == null || !event.at().isBefore(newest.at())) {
            there.events().addFirst(event);
        } else {
            // told late: the order is the store's to know
            known.remove(event.reader());
        }
    }

    private ReaderHistory history(Deque<Event> events, Instant now) {
        return new ReaderHistory(events, now, config.keepActedOn(), config.tiredAfter());
    }
}
