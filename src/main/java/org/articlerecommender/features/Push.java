package org.articlerecommender.features;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.EventsRecorded;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Progress;

/**
 * Brings what readers do into the features as it happens. An action is in the values before the call that records it
 * returns, so the reader's next request sees it; impressions follow within a second. What fails here is repaired by
 * the next push or aggregation, and recording never fails for it.
 */
@ApplicationScoped
class Push {

    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Set<EventType> PASSIVE = Set.of(EventType.IMPRESS, EventType.RECOMMENDATIONS);
    private static final int AT_ONCE = 200;

    private final Materialisation materialisation;
    private final Clock clock;
    private final Map<Entity, Set<String>> waiting = new EnumMap<>(Entity.class);
    private final ScheduledExecutorService behind = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "feature-push");
        thread.setDaemon(true);
        return thread;
    });
    private boolean scheduled;

    Push(Materialisation materialisation, Clock clock) {
        this.materialisation = materialisation;
        this.clock = clock;
    }

    void on(@Observes EventsRecorded recorded) {
        var lateBefore = clock.instant().minus(LATE);
        var byLateness = recorded.events().stream()
                .collect(Collectors.partitioningBy(event -> event.at().isBefore(lateBefore)));
        var actions = byLateness.get(false).stream()
                .filter(event -> !PASSIVE.contains(event.type()))
                .toList();
        var rest = new HashSet<>(recorded.events());
        actions.forEach(rest::remove);
        queue(Entity.READER, keys(rest, Entity.READER));
        queue(Entity.ARTICLE, keys(rest, Entity.ARTICLE));
        now(actions);
        if (!byLateness.get(true).isEmpty()) {
            behind.execute(this::fillHistory);
        }
    }

    /** Computes the values of a reader soon. */
    void later(ReaderId reader) {
        queue(Entity.READER, Set.of(reader.value()));
    }

    private void now(List<Event> events) {
        var readers = List.copyOf(keys(events, Entity.READER));
        var articles = List.copyOf(keys(events, Entity.ARTICLE));
        // the store rounds to microseconds, and values are of what happened before their moment
        var after = events.stream()
                .map(event -> event.at().truncatedTo(ChronoUnit.MICROS).plus(2, ChronoUnit.MICROS))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        try {
            refresh(readers, articles, after);
        } catch (RuntimeException e) {
            Log.warnf(
                    "The features of %d readers and %d articles follow later: %s",
                    readers.size(), articles.size(), e.getMessage());
            queue(Entity.READER, Set.copyOf(readers));
            queue(Entity.ARTICLE, Set.copyOf(articles));
        }
    }

    private void refresh(List<String> readers, List<String> articles, Instant notBefore) {
        for (int from = 0; from < Math.max(readers.size(), articles.size()); from += AT_ONCE) {
            var part = new EnumMap<Entity, List<String>>(Entity.class);
            part.put(Entity.READER, part(readers, from));
            part.put(Entity.ARTICLE, part(articles, from));
            materialisation.refresh(part, notBefore);
        }
    }

    private static List<String> part(List<String> keys, int from) {
        return keys.subList(Math.min(keys.size(), from), Math.min(keys.size(), from + AT_ONCE));
    }

    private static Set<String> keys(Collection<Event> events, Entity entity) {
        return entity == Entity.READER
                ? events.stream().map(event -> event.reader().value()).collect(Collectors.toSet())
                : events.stream()
                        .filter(event -> event.article() != null)
                        .map(event -> event.article().value())
                        .collect(Collectors.toSet());
    }

    private synchronized void queue(Entity entity, Set<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        waiting.computeIfAbsent(entity, one -> new HashSet<>()).addAll(keys);
        schedule(500);
    }

    private void schedule(long millis) {
        if (!scheduled && !behind.isShutdown()) {
            scheduled = true;
            behind.schedule(this::flush, millis, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized Set<String> take(Entity entity) {
        scheduled = false;
        var taken = waiting.remove(entity);
        return taken == null ? Set.of() : taken;
    }

    /** Computes the values of everyone and everything that waits. */
    void flush() {
        var readers = List.copyOf(take(Entity.READER));
        var articles = List.copyOf(take(Entity.ARTICLE));
        try {
            refresh(readers, articles, Instant.MIN);
        } catch (RuntimeException e) {
            Log.debugf(e, "The features of %d readers and %d articles follow later", readers.size(), articles.size());
            again(Entity.READER, readers);
            again(Entity.ARTICLE, articles);
        }
    }

    private synchronized void again(Entity entity, List<String> keys) {
        waiting.computeIfAbsent(entity, one -> new HashSet<>()).addAll(keys);
        schedule(5000);
    }

    private void fillHistory() {
        try {
            materialisation.fillHistory(clock.instant().minus(Duration.ofHours(1)), Progress.SILENT);
        } catch (RuntimeException e) {
            Log.warnf("The history of late events follows with the next aggregation: %s", e.getMessage());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        behind.shutdown();
        behind.awaitTermination(2, TimeUnit.SECONDS);
    }
}
