package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.FeatureReading.Status;

/** Current values of any feature with whether they count and how old they are, for people and programs to look at. */
@ApplicationScoped
public class CurrentFeatures {

    /** A reader, an article or both; a feature of what is null is missing. */
    public record Pair(ReaderId reader, ArticleId article) {}

    /**
     * What was read.
     *
     * @param rows one per pair and in each one per feature, in the order both were given
     * @param degraded why values may be older or poorer than they should be, or null
     */
    public record Readings(List<List<FeatureReading>> rows, String degraded) {}

    private final FeatureDefinitions definitions;
    private final CurrentValues current;
    private final ArticleSides sides;
    private final Clock clock;

    CurrentFeatures(FeatureDefinitions definitions, CurrentValues current, ArticleSides sides, Clock clock) {
        this.definitions = definitions;
        this.current = current;
        this.sides = sides;
        this.clock = clock;
    }

    /**
     * The current values of features for pairs, one read for each view.
     *
     * @throws IllegalArgumentException if a name is not a defined feature
     */
    public Readings read(List<String> names, List<Pair> pairs) {
        names.forEach(definitions::feature);
        var stored = new HashMap<String, Map<String, EntityValues>>();
        String degraded = null;
        for (var view : definitions.views()) {
            var keys = pairs.stream()
                    .map(pair -> key(view, pair))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (view.stored() && !keys.isEmpty()) {
                var found = current.of(view, keys);
                stored.put(view.name(), found.values());
                degraded = found.degraded() == null ? degraded : found.degraded();
            }
        }
        var at = clock.instant();
        var rows = new ArrayList<List<FeatureReading>>();
        for (var pair : pairs) {
            rows.add(names.stream().map(name -> reading(name, pair, stored, at)).toList());
        }
        return new Readings(rows, degraded);
    }

    /** Everything stored of a reader or an article in a view; empty for a view that stores nothing. */
    public List<FeatureReading> describe(FeatureView view, Pair pair) {
        return view.stored()
                ? read(
                                view.features().stream()
                                        .map(feature -> view.name() + ":" + feature.name())
                                        .toList(),
                                List.of(pair))
                        .rows()
                        .get(0)
                : List.of();
    }

    private FeatureReading reading(String name, Pair pair, Map<String, Map<String, EntityValues>> stored, Instant at) {
        var of = FeatureName.parse(name).orElseThrow();
        var view = definitions.view(of.view()).orElseThrow();
        var feature = definitions.feature(name);
        if (feature.definition() instanceof PairFeature computed) {
            return onDemand(name, feature, computed, pair, stored, at);
        }
        var values = find(view, pair, stored);
        var value = values == null ? null : values.values()[view.indexOf(feature.name())];
        if (value == null) {
            return new FeatureReading(name, feature.byDefault(), Status.MISSING, null);
        }
        long age = Math.max(0, Duration.between(values.at(), at).toSeconds());
        return CurrentValues.fresh(view, values, at)
                ? new FeatureReading(name, value, Status.PRESENT, age)
                : new FeatureReading(name, feature.byDefault(), Status.EXPIRED, age);
    }

    private FeatureReading onDemand(
            String name,
            Feature feature,
            PairFeature computed,
            Pair pair,
            Map<String, Map<String, EntityValues>> stored,
            Instant at) {
        double value = pair.article() == null
                ? Double.NaN
                : computed.about(of -> fresh(of, pair, stored, at), at)
                        .applyAsDouble(sides.of(List.of(pair.article())).get(0));
        return Double.isNaN(value)
                ? new FeatureReading(name, feature.byDefault(), Status.MISSING, null)
                : new FeatureReading(name, value, Status.PRESENT, 0L);
    }

    private Object fresh(FeatureName of, Pair pair, Map<String, Map<String, EntityValues>> stored, Instant at) {
        var view = definitions.view(of.view()).orElseThrow();
        var values = find(view, pair, stored);
        return values != null && CurrentValues.fresh(view, values, at)
                ? values.values()[view.indexOf(of.feature())]
                : null;
    }

    private static EntityValues find(FeatureView view, Pair pair, Map<String, Map<String, EntityValues>> stored) {
        var key = key(view, pair);
        return key == null ? null : stored.getOrDefault(view.name(), Map.of()).get(key);
    }

    private static String key(FeatureView view, Pair pair) {
        return switch (view.entity()) {
            case READER -> pair.reader() == null ? null : pair.reader().value();
            case ARTICLE -> pair.article() == null ? null : pair.article().value();
            case READER_ARTICLE -> null;
        };
    }
}
