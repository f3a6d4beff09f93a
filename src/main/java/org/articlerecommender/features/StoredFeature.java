package org.articlerecommender.features;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.articlerecommender.events.EventType;

/** A feature of one reader or one article, computed from events and stored. */
sealed interface StoredFeature extends FeatureDefinition
        permits StoredFeature.OfOneEvent,
                StoredFeature.Rate,
                StoredFeature.Queries,
                StoredFeature.OfActions,
                StoredFeature.Title,
                WindowFeature {

    /** Actions that say an article is not wanted. */
    Set<EventType> UNWANTED = Set.of(EventType.DISLIKE, EventType.HIDE);

    /** The value at the moment of the observation, or null when there is none. */
    Object valueOf(Observation seen);

    /** Which events it must see, and how far back. */
    Map<EventType, Duration> needs();

    /** Every window of events that an article's observation must be counted over. */
    default Set<Map.Entry<EventType, Duration>> counted() {
        return needs().entrySet();
    }

    /** A feature of what a reader acted on and did not take back. */
    sealed interface OfActions extends StoredFeature
            permits Distinct, Titles, MeanEmbedding, Shares, WindowFeature.LastValues {

        Set<EventType> events();

        Duration window();

        // what takes an action back or says that the article was unwanted changes what was acted on
        @Override
        default Map<EventType, Duration> needs() {
            var needs = windows(events(), window());
            for (var type : EventType.values()) {
                var back = type.takesBack();
                if (back.isPresent() && (events().contains(back.get()) || UNWANTED.contains(back.get()))) {
                    needs.put(type, window());
                }
            }
            UNWANTED.forEach(type -> needs.put(type, window()));
            return needs;
        }
    }

    /** A number of one type of event in a trailing window. */
    sealed interface OfOneEvent extends StoredFeature permits Count, WindowFeature.Unique {

        EventType event();

        Duration window();

        @Override
        default Map<EventType, Duration> needs() {
            return Map.of(event(), window());
        }

        @Override
        default Dtype dtype() {
            return Dtype.INT64;
        }
    }

    /** How often {@code event} happened in the trailing window. */
    record Count(EventType event, Duration window) implements OfOneEvent {
        @Override
        public Object valueOf(Observation seen) {
            return seen.count(event, window);
        }
    }

    /** Events per other event, as if {@code strength} of the latter had been seen before at the prior rate. */
    record Rate(Set<EventType> events, EventType per, Duration window, double prior, double strength)
            implements StoredFeature {
        @Override
        public Object valueOf(Observation seen) {
            long happened = events.stream()
                    .mapToLong(event -> seen.count(event, window))
                    .sum();
            return (happened + prior * strength) / (seen.count(per, window) + strength);
        }

        @Override
        public Map<EventType, Duration> needs() {
            var needs = windows(events, window);
            needs.put(per, window);
            return needs;
        }

        @Override
        public Dtype dtype() {
            return Dtype.FLOAT64;
        }
    }

    /** How many different articles a reader acted on. */
    record Distinct(Set<EventType> events, Duration window) implements OfActions {
        @Override
        public Object valueOf(Observation seen) {
            return (long) seen.actedOn(events, window).size();
        }

        @Override
        public Dtype dtype() {
            return Dtype.INT64;
        }
    }

    /** The different queries of a reader, newest first, joined by commas as the original did. */
    record Queries(Duration window) implements StoredFeature {
        @Override
        public Object valueOf(Observation seen) {
            return joined(seen.searched(window).stream().map(Seen::query).toList());
        }

        @Override
        public Map<EventType, Duration> needs() {
            return Map.of(EventType.SEARCH, window);
        }

        @Override
        public Dtype dtype() {
            return Dtype.STRING;
        }
    }

    /** The titles of the articles a reader acted on, the newest action first. */
    record Titles(Set<EventType> events, Duration window) implements OfActions {
        @Override
        public Object valueOf(Observation seen) {
            return joined(seen.actedOn(events, window).stream()
                    .filter(one -> one.about() != null)
                    .map(one -> one.about().title())
                    .toList());
        }

        @Override
        public Dtype dtype() {
            return Dtype.STRING;
        }
    }

    /** The mean of the vectors of queries or articles, brought to unit length; what is a half-life old counts half. */
    record MeanEmbedding(boolean ofQueries, Set<EventType> events, Duration window, Duration halfLife)
            implements OfActions {
        @Override
        public Object valueOf(Observation seen) {
            var counted = ofQueries ? seen.searched(window) : seen.actedOn(events, window);
            var mean = new MeanVector();
            counted.stream()
                    .filter(one -> one.vector() != null)
                    .forEach(one -> mean.add(one.vector(), one.weight(seen.at(), halfLife)));
            return mean.direction();
        }

        @Override
        public Dtype dtype() {
            return Dtype.EMBEDDING;
        }
    }

    /** For each category or author the share of the articles acted on that have it, newer actions weighing more. */
    record Shares(boolean ofAuthors, Set<EventType> events, Duration window, Duration halfLife) implements OfActions {

        // a paper of a large collaboration has thousands of authors
        private static final int MOST = 300;

        @Override
        public Object valueOf(Observation seen) {
            var weights = new LinkedHashMap<String, Double>();
            double all = 0;
            for (var one : seen.actedOn(events, window)) {
                if (one.about() != null) {
                    double weight = one.weight(seen.at(), halfLife);
                    all += weight;
                    var names = ofAuthors ? one.about().authors() : one.about().categories();
                    names.stream().distinct().forEach(name -> weights.merge(name, weight, Double::sum));
                }
            }
            double total = all;
            return weights.isEmpty()
                    ? null
                    : weights.entrySet().stream()
                            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                            .limit(MOST)
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, share -> share.getValue() / total, Double::sum, TreeMap::new));
        }

        @Override
        public Dtype dtype() {
            return Dtype.WEIGHTS;
        }
    }

    /** The title of the article itself. */
    record Title() implements StoredFeature {
        @Override
        public Object valueOf(Observation seen) {
            return seen.title();
        }

        @Override
        public Map<EventType, Duration> needs() {
            return Map.of();
        }

        @Override
        public Dtype dtype() {
            return Dtype.STRING;
        }
    }

    static Map<EventType, Duration> windows(Set<EventType> events, Duration window) {
        return events.stream()
                .collect(Collectors.toMap(
                        Function.identity(), event -> window, (a, b) -> a, () -> new EnumMap<>(EventType.class)));
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join(",", texts);
    }
}
