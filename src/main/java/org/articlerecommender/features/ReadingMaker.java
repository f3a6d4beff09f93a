package org.articlerecommender.features;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.articlerecommender.features.FeatureReading.Status;

/** Turns stored values into readings of any type, of the present and of past moments alike. */
final class ReadingMaker {

    // a vector, a list or a text is written to JSON in the time of as many numbers, roughly
    private static final int LONG = 100;

    /**
     * One feature.
     *
     * @param pair how it is computed when it is asked for; null for one that is stored
     * @param held which of the views it is stored in
     * @param place its place in that view
     */
    private record Column(String name, Feature feature, PairFeature pair, int held, int place) {}

    private final FeatureDefinitions definitions;
    private final List<Column> columns;
    private final Set<FeatureName> needed = new LinkedHashSet<>();
    private final List<FeatureView> views;
    private final Map<String, Integer> places;

    /** @throws IllegalArgumentException if a name is not a defined feature */
    ReadingMaker(FeatureDefinitions definitions, List<String> names) {
        this.definitions = definitions.snapshot();
        for (var name : names) {
            if (this.definitions.feature(name).definition() instanceof PairFeature pair) {
                needed.addAll(pair.reads().keySet());
            } else {
                needed.add(FeatureName.parse(name).orElseThrow());
            }
        }
        this.views = needed.stream().map(this::view).distinct().toList();
        this.places = IntStream.range(0, views.size())
                .boxed()
                .collect(Collectors.toMap(i -> views.get(i).name(), i -> i));
        this.columns = names.stream().map(this::column).toList();
    }

    private Column column(String name) {
        var feature = definitions.feature(name);
        if (feature.definition() instanceof PairFeature pair) {
            return new Column(name, feature, pair, -1, -1);
        }
        var view = view(FeatureName.parse(name).orElseThrow());
        return new Column(name, feature, null, places.get(view.name()), view.indexOf(feature.name()));
    }

    private FeatureView view(FeatureName name) {
        return definitions.view(name.view()).orElseThrow();
    }

    /** The stored features that readings are made from. */
    Set<FeatureName> needed() {
        return needed;
    }

    /** The views whose stored values are needed. */
    List<FeatureView> views() {
        return views;
    }

    /** How much work one entity is: as much as so many numbers. */
    int weight() {
        return columns.stream()
                .mapToInt(column -> column.feature().dtype().number() ? 1 : LONG)
                .sum();
    }

    /** Whether anything depends on what an article itself says: it is computed from that, or stored by its category. */
    boolean ofArticles() {
        return columns.stream().anyMatch(column -> column.pair() != null)
                || views.stream().anyMatch(view -> view.entity() == Entity.READER_CATEGORY);
    }

    /**
     * One reading per feature.
     *
     * @param stored the stored values of the pair in a view, null where there are none
     * @param side what is known of the article; gives null when there is none
     */
    List<FeatureReading> at(Instant at, Function<FeatureView, EntityValues> stored, Supplier<ArticleSide> side) {
        var held = new Held[views.size()];
        Arrays.setAll(held, i -> Held.of(views.get(i), stored.apply(views.get(i)), at));
        var readings = new FeatureReading[columns.size()];
        for (int i = 0; i < readings.length; i++) {
            var column = columns.get(i);
            readings[i] = column.pair() == null
                    ? stored(column, held[column.held()])
                    : onDemand(column, at, held, side.get());
        }
        return Arrays.asList(readings);
    }

    /** What is stored of the pair in one view, whether it counts and how old it is. */
    private record Held(EntityValues values, boolean fresh, Long age) {

        static Held of(FeatureView view, EntityValues values, Instant at) {
            return values == null
                    ? new Held(null, false, null)
                    : new Held(
                            values,
                            CurrentValues.fresh(view, values, at),
                            Math.max(0, Duration.between(values.at(), at).toSeconds()));
        }

        Object value(int place) {
            return values == null ? null : values.values()[place];
        }
    }

    private static FeatureReading stored(Column column, Held held) {
        var value = held.value(column.place());
        if (value == null) {
            return missing(column);
        }
        return held.fresh()
                ? new FeatureReading(column.name(), value, Status.PRESENT, held.age())
                : new FeatureReading(column.name(), column.feature().byDefault(), Status.EXPIRED, held.age());
    }

    private FeatureReading onDemand(Column column, Instant at, Held[] held, ArticleSide article) {
        if (article == null) {
            return missing(column);
        }
        StoredSide values = of -> fresh(of, held[places.get(of.view())]);
        double value = column.pair().about(values, at).applyAsDouble(article.with(values));
        return Double.isNaN(value) ? missing(column) : new FeatureReading(column.name(), value, Status.PRESENT, 0L);
    }

    private Object fresh(FeatureName of, Held held) {
        return held.fresh() ? held.value(view(of).indexOf(of.feature())) : null;
    }

    private static FeatureReading missing(Column column) {
        return new FeatureReading(column.name(), column.feature().byDefault(), Status.MISSING, null);
    }
}
