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
        var keys = new HashMap<Row, EntityKeys>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            keys.put(
                    row,
                    EntityKeys.of(row.reader(), row.article())
                            .about(articles.get(i).facts()));
        }
        var known = new HashMap<String, Map<Moment, EntityValues>>();
        for (var view : maker.views()) {
            known.put(view.name(), asOf(view, keys));
        }
        var fillers = new HashMap<Moment, RowMaker.Filler>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var reader = new Moment(row.reader() == null ? "" : row.reader().value(), row.at());
            var filler = fillers.computeIfAbsent(
                    reader,
                    moment -> maker.at(
                            row.at(),
                            ofReader(maker, known, moment),
                            view -> article -> ofRow(view, keys.get(rows.get(article)), known, row.at())));
            values[from + i] = filler.row(i, articles.get(i), 0);
        }
    }

    private static EntityValues ofRow(
            FeatureView view, EntityKeys keys, Map<String, Map<Moment, EntityValues>> known, Instant at) {
        return known.get(view.name()).get(new Moment(keys.of(view.entity()), at));
    }

    private Map<Moment, EntityValues> asOf(FeatureView view, Map<Row, EntityKeys> keys) throws SQLException {
        var moments = keys.entrySet().stream()
                .filter(one -> one.getValue().of(view.entity()) != null)
                .map(one -> new Moment(
                        one.getValue().of(view.entity()), one.getKey().at()))
                .distinct()
                .toList();
        var found = moments.isEmpty() ? new ArrayList<EntityValues>() : history.asOf(view, vectors.model(), moments);
        var byMoment = new HashMap<Moment, EntityValues>();
        for (int i = 0; i < found.size(); i++) {
            byMoment.put(moments.get(i), found.get(i));
        }
        return byMoment;
    }

    private static Map<String, EntityValues> ofReader(
            RowMaker maker, Map<String, Map<Moment, EntityValues>> known, Moment moment) {
        var values = new HashMap<String, EntityValues>();
        maker.views().stream()
                .filter(view -> view.entity() == Entity.READER)
                .forEach(view -> values.put(view.name(), known.get(view.name()).get(moment)));
        return values;
    }
}
