package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The rows of {@code features.<view>}, one table per view. */
@Singleton
class HistoryTable {

    private static final int AT_ONCE = 500;

    private final DataSource dataSource;

    HistoryTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds rows in one transaction; what was there stays. */
    void append(FeatureView view, String model, Map<Moment, EntityValues> rows) throws SQLException {
        var sql = "insert into %s (%s, event_timestamp, embedding_model, %s) values (?, ?, ?, %s)"
                .formatted(
                        view.table(),
                        key(view),
                        columns(view),
                        view.features().stream()
                                .map(feature -> "?::" + feature.dtype().column().type())
                                .collect(Collectors.joining(", ")));
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var batch = connection.prepareStatement(sql)) {
                for (var row : rows.entrySet()) {
                    bind(batch, view, model, row.getKey(), row.getValue().values());
                    batch.addBatch();
                }
                batch.executeBatch();
                check(connection, view);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    // read after the insert holds the table, so that definitions cannot be applied in between
    static void check(Connection connection, FeatureView view) throws SQLException {
        var sql =
                "select 1 from features.definition where object = 'view' and name = ? and meaning = ? and retired_at is null";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, view.name());
            query.setString(2, view.meaning());
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new StaleDefinitions(view.name());
                }
            }
        }
    }

    private static void bind(PreparedStatement batch, FeatureView view, String model, Moment moment, Object[] values)
            throws SQLException {
        batch.setString(1, moment.key());
        batch.setObject(2, moment.at().atOffset(ZoneOffset.UTC));
        batch.setString(3, view.model(model));
        for (int i = 0; i < values.length; i++) {
            view.features().get(i).dtype().column().bind(values[i], batch, 4 + i);
        }
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
        var sql = """
                select m.n, h.*
                from unnest(?::text[], ?::timestamptz[]) with ordinality m (key, at, n)
                cross join lateral (
                    select event_timestamp, embedding_model, %s
                    from %s
                    where %s = m.key and event_timestamp <= m.at%s%s
                    order by event_timestamp desc, created_timestamp desc
                    limit 1) h
                """.formatted(
                        columns(view, reach.columns()),
                        view.table(),
                        key(view),
                        reach.expired()
                                ? ""
                                : " and event_timestamp > m.at - %d * interval '1 millisecond'"
                                        .formatted(view.ttl().toMillis()),
                        reach.createdBy() == null ? "" : " and created_timestamp <= ?");
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setArray(
                    1, texts(connection, moments.stream().map(Moment::key).toList()));
            query.setArray(
                    2,
                    texts(
                            connection,
                            moments.stream()
                                    .map(moment -> moment.at().toString())
                                    .toList()));
            if (reach.createdBy() != null) {
                query.setObject(3, reach.createdBy().atOffset(ZoneOffset.UTC));
            }
            var found = new ArrayList<EntityValues>(Collections.nCopies(moments.size(), null));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.set(rows.getInt("n") - 1, values(view, model, rows));
                }
            }
            return found;
        }
    }

    /** The newest row of each of these keys that has not expired. */
    Map<String, EntityValues> newest(FeatureView view, String model, Collection<String> keys, Instant now)
            throws SQLException {
        var moments = keys.stream().map(key -> new Moment(key, now)).toList();
        var found = asOf(view, model, moments);
        var byKey = new HashMap<String, EntityValues>();
        IntStream.range(0, moments.size())
                .filter(i -> found.get(i) != null)
                .forEach(i -> byKey.put(moments.get(i).key(), found.get(i)));
        return byKey;
    }

    /** The newest rows that have not expired and were written since, by key; the key after the given one first. */
    Map<String, EntityValues> newest(
            FeatureView view, String model, Instant now, Instant writtenSince, String after, int most)
            throws SQLException {
        var sql = """
                select distinct on (%1$s) %1$s, event_timestamp, embedding_model, %2$s
                from %3$s
                where event_timestamp > ? and created_timestamp >= ? and %1$s > ?
                order by %1$s, event_timestamp desc, created_timestamp desc
                limit ?
                """.formatted(key(view), columns(view), view.table());
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, now.minus(view.ttl()).atOffset(ZoneOffset.UTC));
            query.setObject(2, writtenSince.atOffset(ZoneOffset.UTC));
            query.setString(3, after);
            query.setInt(4, most);
            try (var rows = query.executeQuery()) {
                var found = new LinkedHashMap<String, EntityValues>();
                while (rows.next()) {
                    found.put(rows.getString(1), values(view, model, rows));
                }
                return found;
            }
        }
    }

    /** Whose values of exactly this moment were written since. */
    Set<String> keysAt(FeatureView view, Instant moment, Instant since) throws SQLException {
        var sql = "select %s from %s where event_timestamp = ? and created_timestamp >= ?"
                .formatted(key(view), view.table());
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, moment.atOffset(ZoneOffset.UTC));
            query.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var keys = new HashSet<String>();
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
                return keys;
            }
        }
    }

    /** The newest rows that have not expired and were written since, in parts of a few hundred. */
    void pages(
            FeatureView view, String model, Instant now, Instant writtenSince, Consumer<Map<String, EntityValues>> to)
            throws SQLException {
        var after = "";
        Map<String, EntityValues> rows;
        do {
            rows = newest(view, model, now, writtenSince, after, AT_ONCE);
            to.accept(rows);
            for (var key : rows.keySet()) {
                after = key;
            }
        } while (rows.size() == AT_ONCE);
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

    private static String key(FeatureView view) {
        return view.entity().joinKeys().get(0);
    }

    private static String columns(FeatureView view) {
        return view.features().stream().map(Feature::column).collect(Collectors.joining(", "));
    }

    // what is not wanted is not read either
    private static String columns(FeatureView view, Set<String> wanted) {
        return view.features().stream()
                .map(feature -> wanted == null || wanted.contains(feature.name())
                        ? feature.column()
                        : "null::%s as %s".formatted(feature.dtype().column().type(), feature.column()))
                .collect(Collectors.joining(", "));
    }

    private static java.sql.Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
