package org.articlerecommender.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Turns values into rows of numbers. Serving and history both make their rows here; they differ only in where stored
 * values come from.
 */
final class RowMaker {

    /** One column: a feature and its place in its view. */
    private record Column(Feature feature, FeatureView view, int place) {}

    private final FeatureDefinitions definitions;
    private final List<Column> columns;
    private final List<FeatureView> views;

    /** @throws IllegalArgumentException if a name is not a defined numeric feature */
    RowMaker(FeatureDefinitions definitions, List<String> names) {
        this.definitions = definitions.snapshot();
        this.columns =
                names.stream().map(name -> column(this.definitions, name)).toList();
        this.views = views(this.definitions, columns);
    }

    private static Column column(FeatureDefinitions definitions, String name) {
        var feature = definitions.feature(name);
        if (!feature.dtype().number()) {
            throw new IllegalArgumentException(
                    "%s is %s, not a number".formatted(name, feature.dtype().label()));
        }
        var view =
                definitions.view(FeatureName.parse(name).orElseThrow().view()).orElseThrow();
        return new Column(feature, view, view.indexOf(feature.name()));
    }

    private static List<FeatureView> views(FeatureDefinitions definitions, List<Column> columns) {
        var names = new HashSet<String>();
        for (var column : columns) {
            names.add(column.view().name());
            if (column.feature().definition() instanceof PairFeature pair) {
                pair.reads().keySet().forEach(name -> names.add(name.view()));
            }
        }
        return definitions.views().stream()
                .filter(view -> view.stored() && names.contains(view.name()))
                .toList();
    }

    /** The views whose stored values rows are made from, in the order of the definitions. */
    List<FeatureView> views() {
        return views;
    }

    private FeatureView view(FeatureName name) {
        return definitions.view(name.view()).orElseThrow();
    }

    private List<FeatureView> articleViews(PairFeature pair) {
        return pair.reads().keySet().stream()
                .map(this::view)
                .filter(view -> view.entity() != Entity.READER)
                .toList();
    }

    /**
     * Makes rows for one reader at one moment.
     *
     * @param reader the reader's stored values by view; none for nobody
     * @param ofArticle the stored values in a view of an article, or of the reader and it, null where there are none; an article is whatever
     *     {@link Filler#row} is then given
     */
    Filler at(
            Instant at, Map<String, EntityValues> reader, Function<FeatureView, IntFunction<EntityValues>> ofArticle) {
        return new Filler(at, reader, ofArticle);
    }

    /** Fills rows for one reader at one moment. */
    final class Filler {

        /** A column that is computed. */
        private record Pair(int column, ToDoubleFunction<ArticleSide> value) {}

        /** The columns that are read from one view, with one look for each article. */
        private record Stored(IntFunction<EntityValues> values, Instant oldest, List<Integer> columns) {}

        private final double[] constants;
        private final List<Pair> pairs = new ArrayList<>();
        private final Map<String, Stored> stored = new LinkedHashMap<>();
        private final Map<String, IntFunction<EntityValues>> readOfArticle = new HashMap<>();
        private final Instant at;

        private Filler(
                Instant at,
                Map<String, EntityValues> reader,
                Function<FeatureView, IntFunction<EntityValues>> ofArticle) {
            this.at = at;
            constants = columns.stream()
                    .mapToDouble(column -> column.feature().defaultNumber())
                    .toArray();
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var view = column.view();
                if (column.feature().definition() instanceof PairFeature pair) {
                    pairs.add(new Pair(i, pair.about(of -> value(reader, of), at)));
                    articleViews(pair).forEach(read -> readOfArticle.put(read.name(), ofArticle.apply(read)));
                } else if (view.entity() != Entity.READER) {
                    stored.computeIfAbsent(
                                    view.name(),
                                    name -> new Stored(ofArticle.apply(view), at.minus(view.ttl()), new ArrayList<>()))
                            .columns()
                            .add(i);
                } else if (reader.get(view.name()) != null) {
                    constants[i] = number(reader.get(view.name()), column, constants[i]);
                }
            }
        }

        /**
         * One value per column.
         *
         * @param article its number among those whose stored values are at hand
         * @param spare how many zeros follow the columns
         */
        double[] row(int article, ArticleSide side, int spare) {
            var row = Arrays.copyOf(constants, constants.length + spare);
            var known = readOfArticle.isEmpty() ? side : side.with(of -> value(article, of));
            for (var pair : pairs) {
                double value = pair.value().applyAsDouble(known);
                if (!Double.isNaN(value)) {
                    row[pair.column()] = value;
                }
            }
            for (var view : stored.values()) {
                var values = view.values().apply(article);
                if (values != null && values.at().isAfter(view.oldest())) {
                    view.columns().forEach(i -> row[i] = number(values, columns.get(i), row[i]));
                }
            }
            return row;
        }

        private Object value(Map<String, EntityValues> reader, FeatureName of) {
            var values = reader.get(of.view());
            return values == null ? null : values.values()[view(of).indexOf(of.feature())];
        }

        private Object value(int article, FeatureName of) {
            var values = readOfArticle.get(of.view()).apply(article);
            return values != null && CurrentValues.fresh(view(of), values, at)
                    ? values.values()[view(of).indexOf(of.feature())]
                    : null;
        }

        private double number(EntityValues values, Column column, double otherwise) {
            return values.values()[column.place()] instanceof Number number ? number.doubleValue() : otherwise;
        }
    }
}
