package org.articlerecommender.features;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.articlerecommender.features.FeatureReading.Status;

/** Turns stored values into readings of any type, of the present and of past moments alike. */
final class ReadingMaker {

    private record Column(String name, Feature feature, FeatureView view, int place) {}

    private final FeatureDefinitions definitions;
    private final List<Column> columns;

    /** @throws IllegalArgumentException if a name is not a defined feature */
    ReadingMaker(FeatureDefinitions definitions, List<String> names) {
        this.definitions = definitions.snapshot();
        this.columns = names.stream().map(this::column).toList();
    }

    private Column column(String name) {
        var feature = definitions.feature(name);
        var view = view(FeatureName.parse(name).orElseThrow());
        return new Column(name, feature, view, view.indexOf(feature.name()));
    }

    private FeatureView view(FeatureName name) {
        return definitions.view(name.view()).orElseThrow();
    }

    /** The stored features that readings are made from. */
    Set<FeatureName> needed() {
        var needed = new LinkedHashSet<FeatureName>();
        for (var column : columns) {
            if (column.view().stored()) {
                needed.add(
                        new FeatureName(column.view().name(), column.feature().name()));
            } else if (column.feature().definition() instanceof PairFeature pair && pair.of() != null) {
                needed.add(pair.of());
            }
        }
        return needed;
    }

    /** The views whose stored values are needed. */
    Set<FeatureView> views() {
        var views = new LinkedHashSet<FeatureView>();
        needed().forEach(name -> views.add(view(name)));
        return views;
    }

    /**
     * One reading per feature.
     *
     * @param stored the stored values of the pair in a view, null where there are none
     * @param side what is known of the article; gives null when there is none
     */
    List<FeatureReading> at(Instant at, Function<FeatureView, EntityValues> stored, Supplier<ArticleSide> side) {
        return columns.stream()
                .map(column -> column.feature().definition() instanceof PairFeature pair
                        ? onDemand(column, pair, at, stored, side)
                        : stored(column, at, stored.apply(column.view())))
                .toList();
    }

    private static FeatureReading stored(Column column, Instant at, EntityValues values) {
        var value = values == null ? null : values.values()[column.place()];
        if (value == null) {
            return missing(column);
        }
        long age = Math.max(0, Duration.between(values.at(), at).toSeconds());
        return CurrentValues.fresh(column.view(), values, at)
                ? new FeatureReading(column.name(), value, Status.PRESENT, age)
                : new FeatureReading(column.name(), column.feature().byDefault(), Status.EXPIRED, age);
    }

    private FeatureReading onDemand(
            Column column,
            PairFeature pair,
            Instant at,
            Function<FeatureView, EntityValues> stored,
            Supplier<ArticleSide> side) {
        var article = side.get();
        double value = article == null
                ? Double.NaN
                : pair.about(of -> fresh(of, at, stored), at).applyAsDouble(article);
        return Double.isNaN(value) ? missing(column) : new FeatureReading(column.name(), value, Status.PRESENT, 0L);
    }

    private Object fresh(FeatureName of, Instant at, Function<FeatureView, EntityValues> stored) {
        var view = view(of);
        var values = stored.apply(view);
        return values != null && CurrentValues.fresh(view, values, at)
                ? values.values()[view.indexOf(of.feature())]
                : null;
    }

    private static FeatureReading missing(Column column) {
        return new FeatureReading(column.name(), column.feature().byDefault(), Status.MISSING, null);
    }
}
