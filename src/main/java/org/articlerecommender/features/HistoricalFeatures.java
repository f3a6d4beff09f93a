package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * The point-in-time join: for each reader and article at a moment, the values as they were known at it.
 *
 * <p>Of each stored feature it is the newest row at or before the moment; where several are of the same moment, the one
 * written last. A row that is as old as its view's TTL or older has expired.
 */
@ApplicationScoped
public class HistoricalFeatures {

    /** Something at a moment. */
    public record Row(EntityKeys keys, Instant at) {}

    /** A row with one reading per feature. */
    public record Joined(Row row, List<FeatureReading> readings) {}

    private static final int AT_ONCE = 5_000;

    private final FeatureDefinitions definitions;
    private final HistoryTable history;
    private final Vectors vectors;
    private final ArticleSides sides;

    HistoricalFeatures(FeatureDefinitions definitions, HistoryTable history, Vectors vectors, ArticleSides sides) {
        this.definitions = definitions;
        this.history = history;
        this.vectors = vectors;
        this.sides = sides;
    }

    /**
     * Gives each row with its values, in the order given, holding a few thousand at a time.
     *
     * @param createdBy rows of history that were written later do not count, as if the join had been made then; null for
     *     all
     * @throws IllegalArgumentException if a name is not a defined feature
     */
    public void join(List<String> names, Instant createdBy, Iterator<Row> rows, Consumer<Joined> to) {
        var maker = new ReadingMaker(definitions, names);
        var part = new ArrayList<Row>(AT_ONCE);
        while (rows.hasNext()) {
            part.add(rows.next());
            if (part.size() == AT_ONCE || !rows.hasNext()) {
                join(maker, createdBy, part, to);
                part.clear();
            }
        }
    }

    private void join(ReadingMaker maker, Instant createdBy, List<Row> rows, Consumer<Joined> to) {
        var articles = sides.of(rows.stream()
                .map(row -> row.keys().article())
                .filter(Objects::nonNull)
                .toList());
        var sides = new ArrayList<ArticleSide>(rows.size());
        var asked = new ArrayList<Row>(rows.size());
        int article = 0;
        for (var row : rows) {
            var side = row.keys().article() == null ? null : articles.get(article++);
            sides.add(side);
            asked.add(side == null ? row : new Row(row.keys().about(side.facts()), row.at()));
        }
        var stored = new HashMap<String, Map<Moment, EntityValues>>();
        try {
            for (var view : maker.views()) {
                stored.put(view.name(), asOf(view, columns(maker, view), createdBy, asked));
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading feature history", e);
        }
        for (int i = 0; i < asked.size(); i++) {
            var row = asked.get(i);
            var side = sides.get(i);
            to.accept(new Joined(
                    rows.get(i),
                    maker.at(row.at(), view -> stored.get(view.name()).get(moment(view, row)), () -> side)));
        }
    }

    private static Set<String> columns(ReadingMaker maker, FeatureView view) {
        var columns = new HashSet<String>();
        for (var name : maker.needed()) {
            if (name.view().equals(view.name())) {
                columns.add(name.feature());
            }
        }
        return columns;
    }

    private Map<Moment, EntityValues> asOf(FeatureView view, Set<String> columns, Instant createdBy, List<Row> rows)
            throws SQLException {
        var moments = rows.stream()
                .map(row -> moment(view, row))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var found = new HashMap<Moment, EntityValues>();
        if (!moments.isEmpty()) {
            var values = history.asOf(view, vectors.model(), moments, new HistoryTable.Reach(columns, createdBy, true));
            for (int i = 0; i < moments.size(); i++) {
                found.put(moments.get(i), values.get(i));
            }
        }
        return found;
    }

    private static Moment moment(FeatureView view, Row row) {
        var key = row.keys().of(view.entity());
        return key == null ? null : new Moment(key, row.at());
    }
}
