package org.articlerecommender.features;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlerecommender.events.EventType;

/** Features of a trailing window that compare, pick or combine rather than count. */
sealed interface WindowFeature extends StoredFeature {

    /** A feature of several types of events in one window. */
    sealed interface OfEvents extends WindowFeature {

        Set<EventType> events();

        Duration window();

        @Override
        default Map<EventType, Duration> needs() {
            return StoredFeature.windows(events(), window());
        }
    }

    /** Events per other event; no value while the latter has not happened. */
    record Ratio(Set<EventType> events, Set<EventType> per, Duration window) implements WindowFeature {
        @Override
        public Object valueOf(Observation seen) {
            long below = sum(per, seen);
            return below == 0 ? null : (double) sum(events, seen) / below;
        }

        private long sum(Set<EventType> types, Observation seen) {
            return types.stream().mapToLong(type -> seen.count(type, window)).sum();
        }

        @Override
        public Map<EventType, Duration> needs() {
            var needs = StoredFeature.windows(events, window);
            needs.putAll(StoredFeature.windows(per, window));
            return needs;
        }

        @Override
        public Dtype dtype() {
            return Dtype.FLOAT64;
        }
    }

    /** With how many different articles a reader did it, or how many different readers did it with an article. */
    record Unique(EventType event, Duration window) implements WindowFeature, OfOneEvent {
        @Override
        public Object valueOf(Observation seen) {
            return seen.others(event, window);
        }
    }

    /** Whether any of the events happened in the window. */
    record Any(Set<EventType> events, Duration window) implements OfEvents {
        @Override
        public Object valueOf(Observation seen) {
            return events.stream().anyMatch(type -> seen.count(type, window) > 0);
        }

        @Override
        public Dtype dtype() {
            return Dtype.BOOL;
        }
    }

    /** Hours since the newest of the events; no value when none happened in the window. */
    record Recency(Set<EventType> events, Duration window) implements OfEvents {

        private static final double HOUR = 3_600_000;

        @Override
        public Object valueOf(Observation seen) {
            return events.stream()
                    .map(type -> seen.last(type, window))
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .map(last -> Duration.between(last, seen.at()).toMillis() / HOUR)
                    .orElse(null);
        }

        @Override
        public Dtype dtype() {
            return Dtype.FLOAT64;
        }
    }

    /** The query or the article's id of a reader's newest event; no value when none happened in the window. */
    record LastValue(boolean ofQueries, Set<EventType> events, Duration window) implements OfEvents {
        @Override
        public Object valueOf(Observation seen) {
            var from = seen.at().minus(window);
            return seen.seen().stream()
                    .filter(one -> events.contains(one.type()) && !one.at().isBefore(from))
                    .map(one -> ofQueries
                            ? one.query()
                            : one.article() == null ? null : one.article().value())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Dtype dtype() {
            return Dtype.STRING;
        }
    }

    /** The ids of the newest articles a reader acted on, newest first. */
    record LastValues(Set<EventType> events, Duration window, int most) implements WindowFeature, OfActions {
        @Override
        public Object valueOf(Observation seen) {
            var ids = seen.actedOn(events, window).stream()
                    .limit(most)
                    .map(one -> one.article().value())
                    .toList();
            return ids.isEmpty() ? null : ids;
        }

        @Override
        public Dtype dtype() {
            return Dtype.STRINGS;
        }
    }

    /** A formula over other features of the view; no value when one of them has none or the result is no number. */
    record Expression(Formula formula, List<StoredFeature> operands) implements WindowFeature {

        public Expression {
            operands = List.copyOf(operands);
        }

        @Override
        public Object valueOf(Observation seen) {
            var values = new double[operands.size()];
            for (int i = 0; i < values.length; i++) {
                if (!(operands.get(i).valueOf(seen) instanceof Number number)) {
                    return null;
                }
                values[i] = number.doubleValue();
            }
            double result = formula.value(values);
            return Double.isFinite(result) ? result : null;
        }

        @Override
        public Map<EventType, Duration> needs() {
            var needs = new EnumMap<EventType, Duration>(EventType.class);
            operands.forEach(operand -> operand.needs()
                    .forEach((type, window) -> needs.merge(type, window, (a, b) -> a.compareTo(b) > 0 ? a : b)));
            return needs;
        }

        @Override
        public Set<Map.Entry<EventType, Duration>> counted() {
            return operands.stream()
                    .flatMap(operand -> operand.counted().stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public Dtype dtype() {
            return Dtype.FLOAT64;
        }
    }
}
