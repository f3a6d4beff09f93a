package org.articlerecommender.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** @throws IllegalArgumentException if a name is not a defined numeric feature */
    RowMaker(FeatureDefinitions definitions, List<String> names) {
        this.definitions = definitions.snapshot();
        this.columns =
                names.stream().map(name -> column(this.definitions, name)).toList();
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

    /** The views whose stored values rows are made from, in the order of the definitions. */
    List<FeatureView> views(Entity entity) {
        var names = new HashSet<String>();
        for (var column : columns) {
            names.add(column.view().name());
            if (column.feature().definition() instanceof PairFeature pair) {
                pair.reads().keySet().forEach(name -> names.add(name.view()));
            }
        }
        return definitions.views().stream()
                .filter(view -> view.entity() == entity && names.contains(view.name()))
                .toList();
    }

    private FeatureView view(FeatureName name) {
        return definitions.view(name.view()).orElseThrow();
    }

    private List<FeatureView> articleViews(PairFeature pair) {
        return pair.reads().keySet().stream()
                .map(this::view)
                .filter(view -> view.entity() == Entity.ARTICLE)
                .toList();
    }

    /**
     * Makes rows for one reader at one moment.
     *
     * @param reader the reader's stored values by view; none for nobody
     * @param ofArticle the stored values of an article in a view, null where there are none
     */
    Filler at(
            Instant at,
            Map<String, EntityValues> reader,
            Function<FeatureView, Function<String, EntityValues>> ofArticle) {
        return new Filler(at, reader, ofArticle);
    }

    /** Fills rows for one reader at one moment. */
    final class Filler {

        private final List<ToDoubleFunction<ArticleSide>> pairs = new ArrayList<>();
        private final double[] constants;
        private final Instant[] oldest;
        private final List<Function<String, EntityValues>> stored = new ArrayList<>();
        private final Map<String, Function<String, EntityValues>> readOfArticle = new HashMap<>();
        private final Instant at;

        private Filler(
                Instant at,
                Map<String, EntityValues> reader,
                Function<FeatureView, Function<String, EntityValues>> ofArticle) {
            this.at = at;
            constants = columns.stream()
                    .mapToDouble(column -> column.feature().defaultNumber())
                    .toArray();
            oldest = new Instant[columns.size()];
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                pairs.add(null);
                stored.add(null);
                if (column.feature().definition() instanceof PairFeature pair) {
                    pairs.set(i, pair.about(of -> value(reader, of), at));
                    articleViews(pair).forEach(view -> readOfArticle.put(view.name(), ofArticle.apply(view)));
                } else if (column.view().entity() == Entity.ARTICLE) {
                    stored.set(i, ofArticle.apply(column.view()));
                    oldest[i] = at.minus(column.view().ttl());
                } else if (reader.get(column.view().name()) != null) {
                    constants[i] = number(reader.get(column.view().name()), column, constants[i]);
                }
            }
        }

        double[] row(String article, ArticleSide side) {
            var row = constants.clone();
            var known = readOfArticle.isEmpty() ? side : side.with(of -> value(article, of));
            for (int i = 0; i < row.length; i++) {
                if (pairs.get(i) != null) {
                    double value = pairs.get(i).applyAsDouble(known);
                    row[i] = Double.isNaN(value) ? row[i] : value;
                } else if (stored.get(i) != null) {
                    var values = stored.get(i).apply(article);
                    if (values != null && values.at().isAfter(oldest[i])) {
                        row[i] = number(values, columns.get(i), row[i]);
                    }
                }
            }
            return row;
        }

        private Object value(Map<String, EntityValues> reader, FeatureName of) {
            var values = reader.get(of.view());
            return values == null ? null : values.values()[view(of).indexOf(of.feature())];
        }

        private Object value(String article, FeatureName of) {
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
