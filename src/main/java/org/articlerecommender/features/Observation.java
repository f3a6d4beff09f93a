package org.articlerecommender.features;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.events.EventType;

/** All that was known of one reader or one article at a moment: what happened before it, never what happened then. */
interface Observation {

    Instant at();

    /** How often something happened from {@code window} before the moment on. */
    long count(EventType type, Duration window);

    /** What a reader did, newest first; nothing for an article. */
    default List<Seen> seen() {
        return List.of();
    }

    /** The title of an article; null for a reader. */
    default String title() {
        return null;
    }

    /** The newest search for each different query, newest first. */
    default List<Seen> searched(Duration window) {
        var from = at().minus(window);
        var newest = new LinkedHashMap<String, Seen>();
        for (var one : seen()) {
            if (one.type() == EventType.SEARCH
                    && one.query() != null
                    && !one.at().isBefore(from)) {
                newest.putIfAbsent(one.query(), one);
            }
        }
        return List.copyOf(newest.values());
    }

    /**
     * The newest of these actions on each article, newest first. What was taken back does not count, and an article that
     * the reader dislikes or has hidden was not acted on.
     */
    default List<Seen> actedOn(Set<EventType> types, Duration window) {
        var from = at().minus(window);
        var newest = new LinkedHashMap<Object, Seen>();
        var decided = new HashSet<Map.Entry<Object, EventType>>();
        var rejected = new HashSet<>();
        for (var one : seen()) {
            var back = one.type().takesBack();
            boolean holds = decided.add(Map.entry(one.article() == null ? "" : one.article(), back.orElse(one.type())));
            if (!holds || back.isPresent() || one.article() == null) {
                continue;
            }
            if (StoredFeature.UNWANTED.contains(one.type())) {
                rejected.add(one.article());
            } else if (types.contains(one.type()) && !one.at().isBefore(from)) {
                newest.putIfAbsent(one.article(), one);
            }
        }
        newest.keySet().removeAll(rejected);
        return List.copyOf(newest.values());
    }

    /**
     * What a reader did.
     *
     * @param seen everything before the moment that any feature looks back at, newest first
     */
    record OfReader(Instant at, List<Seen> seen) implements Observation {
        @Override
        public long count(EventType type, Duration window) {
            var from = at.minus(window);
            return seen.stream()
                    .filter(one -> one.type() == type && !one.at().isBefore(from))
                    .count();
        }
    }

    /**
     * What readers did to an article, counted by the store.
     *
     * @param counts 0 where absent
     */
    record OfArticle(Instant at, String title, Map<Counted, Long> counts) implements Observation {

        /** One count of events. */
        record Counted(EventType type, Duration window) {}

        @Override
        public long count(EventType type, Duration window) {
            return counts.getOrDefault(new Counted(type, window), 0L);
        }
    }
}
