package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.StoreUnavailable;

/** Answers with feature values as they were known at past moments. */
@ApplicationScoped
public class FeatureHistory {

    /** A reader (null for nobody in particular) and an article at a moment. */
    public record Row(ReaderId reader, ArticleId article, Instant at) {}

    private static final int AT_ONCE = 2000;

    private final FeatureDefinitions definitions;
    private final HistoryTable history;
    private final Vectors vectors;
    private final ArticleSides sides;

    FeatureHistory(FeatureDefinitions definitions, HistoryTable history, Vectors vectors, ArticleSides sides) {
        this.definitions = definitions;
        this.history = history;
        this.vectors = vectors;
        this.sides = sides;
    }

    /**
     * The values of the named features for each row, in the order both were given: for each the newest that was known at
     * the row's moment and had not expired then, otherwise the definition's default. Nothing that happened at the moment
     * or later is in them. What an article itself says, its vector among it, is that of today.
     *
     * @throws IllegalArgumentException if a name is not a defined numeric feature
     */
    public FeatureVectors vectors(List<String> names, List<Row> rows) {
        var maker = new RowMaker(definitions, names);
        var values = new double[rows.size()][];
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            var part = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            try {
                fill(maker, part, values, from);
            } catch (SQLException e) {
                throw new StoreUnavailable("reading feature history", e);
            }
        }
        return new FeatureVectors(List.copyOf(names), values, null);
    }

    private void fill(RowMaker maker, List<Row> rows, double[][] values, int from) throws SQLException {
        var articles = sides.of(rows.stream().map(Row::article).toList());
        var ofReaders = new HashMap<String, Map<Moment, EntityValues>>();
        var ofArticles = new HashMap<String, EntityValues[]>();
        for (var view : maker.views(Entity.READER)) {
            ofReaders.put(view.name(), asOf(view, moments(rows, true)));
        }
        for (var view : maker.views(Entity.ARTICLE)) {
            var found = asOf(view, moments(rows, false));
            ofArticles.put(
                    view.name(),
                    rows.stream()
                            .map(row -> found.get(new Moment(row.article().value(), row.at())))
                            .toArray(EntityValues[]::new));
        }
        var fillers = new HashMap<Moment, RowMaker.Filler>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var reader = new Moment(row.reader() == null ? "" : row.reader().value(), row.at());
            var filler = fillers.computeIfAbsent(
                    reader,
                    moment -> maker.at(
                            row.at(),
                            at(ofReaders, moment),
                            view -> article -> ofArticles.get(view.name())[article]));
            values[from + i] = filler.row(i, articles.get(i));
        }
    }

    private static List<Moment> moments(List<Row> rows, boolean ofReaders) {
        return rows.stream()
                .filter(row -> !ofReaders || row.reader() != null)
                .map(row -> new Moment(
                        ofReaders ? row.reader().value() : row.article().value(), row.at()))
                .distinct()
                .toList();
    }

    private Map<Moment, EntityValues> asOf(FeatureView view, List<Moment> moments) throws SQLException {
        var found = moments.isEmpty() ? new ArrayList<EntityValues>() : history.asOf(view, vectors.model(), moments);
        var byMoment = new HashMap<Moment, EntityValues>();
        for (int i = 0; i < found.size(); i++) {
            byMoment.put(moments.get(i), found.get(i));
        }
        return byMoment;
    }

    private static Map<String, EntityValues> at(Map<String, Map<Moment, EntityValues>> byView, Moment moment) {
        var values = new HashMap<String, EntityValues>();
        byView.forEach((view, held) -> values.put(view, held.get(moment)));
        return values;
    }
}
