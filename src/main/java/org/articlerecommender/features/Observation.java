package org.articlerecommender.features;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.EventType;

/** All that was known of one reader or one article at a moment: what happened before it, never what happened then. */
interface Observation {

    /** Events that say what of the reader's own actions counts. */
    Set<EventType> FORGETTING = Set.of(EventType.FORGET, EventType.UNFORGET);

    Instant at();

    /** How often something happened from {@code window} before the moment on. */
    long count(EventType type, Duration window);

    /** With how many different articles a reader did it in the window, or how many different readers with an article. */
    long others(EventType type, Duration window);

    /** When it last happened in the window; null when it did not. */
    Instant last(EventType type, Duration window);

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
     * the reader dislikes or has hidden was not acted on; both by what happened in the window.
     */
    default List<Seen> actedOn(Set<EventType> types, Duration window) {
        var from = at().minus(window);
        var newest = new LinkedHashMap<Object, Seen>();
        var decided = new HashSet<Map.Entry<Object, EventType>>();
        var rejected = new HashSet<>();
        for (var one : seen()) {
            if (one.at().isBefore(from)) {
                // it is there or not, by what else is computed at the same time
                break;
            }
            var back = one.type().takesBack();
            boolean holds = decided.add(Map.entry(one.article() == null ? "" : one.article(), back.orElse(one.type())));
            if (!holds || back.isPresent() || one.article() == null) {
                continue;
            }
            if (StoredFeature.UNWANTED.contains(one.type())) {
                rejected.add(one.article());
            } else if (types.contains(one.type())) {
                newest.putIfAbsent(one.article(), one);
            }
        }
        newest.keySet().removeAll(rejected);
        return List.copyOf(newest.values());
    }

    /**
     * What a reader did. What the reader asked to forget, and had not taken back by then, is not in it.
     *
     * @param seen everything before the moment that any feature looks back at, newest first
     */
    record OfReader(Instant at, List<Seen> seen) implements Observation {

        public OfReader {
            var forgotten = new HashMap<ArticleId, Boolean>();
            var counts = new ArrayList<Seen>(seen.size());
            for (var one : seen) {
                if (FORGETTING.contains(one.type())) {
                    forgotten.putIfAbsent(one.article(), one.type() == EventType.FORGET);
                } else if (one.article() == null || !forgotten.getOrDefault(one.article(), false)) {
                    counts.add(one);
                }
            }
            seen = List.copyOf(counts);
        }

        @Override
        public long count(EventType type, Duration window) {
            return of(type, window).count();
        }

        @Override
        public long others(EventType type, Duration window) {
            return of(type, window)
                    .map(Seen::article)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
        }

        @Override
        public Instant last(EventType type, Duration window) {
            return of(type, window).map(Seen::at).findFirst().orElse(null);
        }

        private Stream<Seen> of(EventType type, Duration window) {
            var from = at.minus(window);
            return seen.stream().filter(one -> one.type() == type && !one.at().isBefore(from));
        }
    }

    /**
     * What readers did to an article, counted by the store.
     *
     * @param counts nothing happened where absent
     */
    record OfArticle(Instant at, String title, Map<Counted, Tally> counts) implements Observation {

        /** One count of events. */
        record Counted(EventType type, Duration window) {}

        /** How often, by how many readers and when last. */
        record Tally(long events, long readers, Instant last) {}

        @Override
        public long count(EventType type, Duration window) {
            var tally = counts.get(new Counted(type, window));
            return tally == null ? 0 : tally.events();
        }

        @Override
        public long others(EventType type, Duration window) {
            var tally = counts.get(new Counted(type, window));
            return tally == null ? 0 : tally.readers();
        }

        @Override
        public Instant last(EventType type, Duration window) {
            var tally = counts.get(new Counted(type, window));
            return tally == null ? null : tally.last();
        }
    }
}
