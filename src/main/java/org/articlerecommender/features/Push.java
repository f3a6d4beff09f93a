package org.articlerecommender.features;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.articlerecommender.platform.Progress;
import org.articlerecommender.platform.StoreUnavailable;

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
    // milliseconds
    private static final long SOON = 500;
    private static final long AGAIN = 5_000;

    private final Materialisation materialisation;
    private final TouchedKeys keys;
    private final Clock clock;
    private final Map<Entity, Set<String>> waiting = new EnumMap<>(Entity.class);
    private final ScheduledExecutorService behind = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "feature-push");
        thread.setDaemon(true);
        return thread;
    });
    private final Object flushing = new Object();
    private boolean scheduled;

    Push(Materialisation materialisation, TouchedKeys keys, Clock clock) {
        this.materialisation = materialisation;
        this.keys = keys;
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
        try {
            queue(keys.of(rest), SOON);
            now(actions);
        } catch (StoreUnavailable e) {
            Log.warnf(
                    "The features of %d events follow with the next aggregation: %s",
                    recorded.events().size(), e.getMessage());
        }
        if (!byLateness.get(true).isEmpty()) {
            behind.execute(this::fillHistory);
        }
    }

    /** Computes the values of an entity soon. */
    void later(Entity entity, String key) {
        queue(Map.of(entity, Set.of(key)), SOON);
    }

    private void now(List<Event> events) {
        var touched = keys.of(events);
        // the store rounds to microseconds, and values are of what happened before their moment
        var after = events.stream()
                .map(event -> event.at().truncatedTo(ChronoUnit.MICROS).plus(2, ChronoUnit.MICROS))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        try {
            refresh(touched, after);
        } catch (RuntimeException e) {
            Log.warnf("The features of %d entities follow later: %s", count(touched), e.getMessage());
            queue(touched, SOON);
        }
    }

    private void refresh(Map<Entity, Set<String>> touched, Instant notBefore) {
        var left = new EnumMap<Entity, List<String>>(Entity.class);
        touched.forEach((entity, ofEntity) -> left.put(entity, List.copyOf(ofEntity)));
        int longest = left.values().stream().mapToInt(List::size).max().orElse(0);
        for (int from = 0; from < longest; from += AT_ONCE) {
            var part = new EnumMap<Entity, List<String>>(Entity.class);
            for (var one : left.entrySet()) {
                part.put(one.getKey(), part(one.getValue(), from));
            }
            materialisation.refresh(part, notBefore);
        }
    }

    private static List<String> part(List<String> keys, int from) {
        return keys.subList(Math.min(keys.size(), from), Math.min(keys.size(), from + AT_ONCE));
    }

    private static int count(Map<Entity, Set<String>> touched) {
        return touched.values().stream().mapToInt(Set::size).sum();
    }

    private synchronized void queue(Map<Entity, Set<String>> touched, long millis) {
        if (count(touched) == 0) {
            return;
        }
        touched.forEach((entity, ofEntity) ->
                waiting.computeIfAbsent(entity, one -> new HashSet<>()).addAll(ofEntity));
        if (!scheduled && !behind.isShutdown()) {
            scheduled = true;
            behind.schedule(this::flush, millis, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized Map<Entity, Set<String>> take() {
        scheduled = false;
        var taken = new EnumMap<Entity, Set<String>>(Entity.class);
        taken.putAll(waiting);
        waiting.clear();
        return taken;
    }

    /** Computes the values of everyone and everything that waits, or is being computed. */
    void flush() {
        synchronized (flushing) {
            var taken = take();
            try {
                refresh(taken, Instant.MIN);
            } catch (RuntimeException e) {
                Log.debugf(e, "The features of %d entities follow later", count(taken));
                queue(taken, AGAIN);
            }
        }
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
