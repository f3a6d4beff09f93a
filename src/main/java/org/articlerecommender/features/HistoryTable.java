package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Reads {@code features.<view>}, one table per view. */
@Singleton
class HistoryTable {

    // Clocks of those who send values and events are ahead, by less than this
    private static final Duration AHEAD = Duration.ofDays(1);

    private final DataSource dataSource;

    HistoryTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Which rows and columns a question reaches.
     *
     * @param columns the features whose values are wanted, null for all
     * @param createdBy rows that were written later do not count, null for all
     * @param expired whether rows count that had expired at the moment
     */
    record Reach(Set<String> columns, Instant createdBy, boolean expired) {

        static final Reach PLAIN = new Reach(null, null, false);
    }

    /** For each moment the newest row at or before it that had not expired, null where there is none; in the order given. */
    List<EntityValues> asOf(FeatureView view, String model, List<Moment> moments) throws SQLException {
        return asOf(view, model, moments, Reach.PLAIN);
    }

    /** The same with a reach of its own. */
    List<EntityValues> asOf(FeatureView view, String model, List<Moment> moments, Reach reach) throws SQLException {
        var keys = view.keys();
        var sql = """
                select m.n "#", h.*
                from %s
                cross join lateral (
                    select event_timestamp, embedding_model, %s
                    from %s k
                    where %s and event_timestamp <= m.at%s%s
                    order by event_timestamp desc, created_timestamp desc
                    limit 1) h
                """.formatted(
                        keys.table("m"),
                        columns(view, reach.columns()),
                        view.table(),
                        keys.same("k", "m"),
                        reach.expired()
                                ? ""
                                : " and event_timestamp > m.at - %d * interval '1 millisecond'"
                                        .formatted(view.ttl().toMillis()),
                        reach.createdBy() == null ? "" : " and created_timestamp <= ?");
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            keys.bind(query, moments);
            if (reach.createdBy() != null) {
                query.setObject(keys.count() + 2, reach.createdBy().atOffset(ZoneOffset.UTC));
            }
            var found = new ArrayList<EntityValues>(Collections.nCopies(moments.size(), null));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.set(rows.getInt("#") - 1, values(view, model, rows));
                }
            }
            return found;
        }
    }

    /** The newest row of each of these keys, as Redis would have it: those that have expired are among them. */
    Map<String, EntityValues> newest(FeatureView view, String model, Collection<String> keys, Instant now)
            throws SQLException {
        var until = now.plus(AHEAD);
        var moments = keys.stream().map(key -> new Moment(key, until)).toList();
        var found = asOf(view, model, moments, new Reach(null, null, true));
        var byKey = new HashMap<String, EntityValues>();
        IntStream.range(0, moments.size())
                .filter(i -> found.get(i) != null)
                .forEach(i -> byKey.put(moments.get(i).key(), found.get(i)));
        return byKey;
    }

    /** Takes a part of the rows, by key. */
    @FunctionalInterface
    interface RowTaker<E extends Exception> {
        void take(Map<String, EntityValues> rows) throws E;
    }

    /** The newest rows that have not expired and were written since, in parts. */
    <E extends Exception> void pages(
            FeatureView view, String model, Instant now, Instant writtenSince, int atOnce, RowTaker<E> taker)
            throws SQLException, E {
        var after = view.keys().first();
        Map<String, EntityValues> rows;
        do {
            rows = page(view, model, now, writtenSince, after, atOnce);
            taker.take(rows);
            for (var key : rows.keySet()) {
                after = key;
            }
        } while (rows.size() == atOnce);
    }

    private Map<String, EntityValues> page(
            FeatureView view, String model, Instant now, Instant writtenSince, String after, int most)
            throws SQLException {
        var keys = view.keys();
        var sql = """
                select distinct on (%1$s) %1$s, event_timestamp, embedding_model, %2$s
                from %3$s
                where event_timestamp > ? and created_timestamp >= ? and (%1$s) > (%4$s)
                order by %1$s, event_timestamp desc, created_timestamp desc
                limit ?
                """.formatted(keys.list(), view.columns(), view.table(), keys.marks());
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, now.minus(view.ttl()).atOffset(ZoneOffset.UTC));
            query.setObject(2, writtenSince.atOffset(ZoneOffset.UTC));
            keys.bind(query, 3, after);
            query.setInt(3 + keys.count(), most);
            try (var rows = query.executeQuery()) {
                var found = new LinkedHashMap<String, EntityValues>();
                while (rows.next()) {
                    found.put(keys.read(rows, 1), values(view, model, rows));
                }
                return found;
            }
        }
    }

    private static EntityValues values(FeatureView view, String model, ResultSet row) throws SQLException {
        boolean sameModel = view.model(model).equals(row.getString("embedding_model"));
        var values = new Object[view.features().size()];
        for (int i = 0; i < values.length; i++) {
            var feature = view.features().get(i);
            values[i] = feature.dtype() == Dtype.EMBEDDING && !sameModel
                    ? null
                    : feature.dtype().column().read(row, feature.name());
        }
        return new EntityValues(
                row.getObject("event_timestamp", OffsetDateTime.class).toInstant(), values);
    }

    // what is not wanted is not read either
    private static String columns(FeatureView view, Set<String> wanted) {
        return view.features().stream()
                .map(feature -> wanted == null || wanted.contains(feature.name())
                        ? feature.column()
                        : "null::%s as %s".formatted(feature.dtype().column().type(), feature.column()))
                .collect(Collectors.joining(", "));
    }
}
