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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The rows of {@code features.<view>}, one table per view. */
@Singleton
class HistoryTable {

    private final DataSource dataSource;

    HistoryTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds rows in one transaction; what was there stays. */
    void append(FeatureView view, String model, Map<Moment, EntityValues> rows) throws SQLException {
        var sql = "insert into features.%s (%s, event_timestamp, embedding_model, %s) values (?, ?, ?, %s)"
                .formatted(
                        view.name(),
                        key(view),
                        columns(view),
                        view.features().stream()
                                .map(feature -> "?::" + feature.dtype().columnType())
                                .collect(Collectors.joining(", ")));
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var batch = connection.prepareStatement(sql)) {
                for (var row : rows.entrySet()) {
                    bind(batch, view, model, row.getKey(), row.getValue().values());
                    batch.addBatch();
                }
                batch.executeBatch();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void bind(PreparedStatement batch, FeatureView view, String model, Moment moment, Object[] values)
            throws SQLException {
        batch.setString(1, moment.key());
        batch.setObject(2, moment.at().atOffset(ZoneOffset.UTC));
        batch.setString(3, model);
        for (int i = 0; i < values.length; i++) {
            view.features().get(i).dtype().bind(values[i], batch, 4 + i);
        }
    }

    /** For each moment the newest row at or before it that had not expired, null where there is none; in the order given. */
    List<EntityValues> asOf(FeatureView view, String model, List<Moment> moments) throws SQLException {
        var sql = """
                select m.n, h.*
                from unnest(?::text[], ?::timestamptz[]) with ordinality m (key, at, n)
                cross join lateral (
                    select event_timestamp, embedding_model, %s
                    from features.%s
                    where %s = m.key and event_timestamp <= m.at
                        and event_timestamp > m.at - ? * interval '1 millisecond'
                    order by event_timestamp desc, created_timestamp desc
                    limit 1) h
                """.formatted(columns(view), view.name(), key(view));
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
            query.setLong(3, view.ttl().toMillis());
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
                from features.%3$s
                where event_timestamp > ? and created_timestamp >= ? and %1$s > ?
                order by %1$s, event_timestamp desc, created_timestamp desc
                limit ?
                """.formatted(key(view), columns(view), view.name());
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

    /** What the store lacks of the columns that the view needs, by name. */
    List<String> missingColumns(FeatureView view) throws SQLException {
        var sql = """
                select needed.name from unnest(?::text[], ?::text[]) needed (name, type)
                where not exists (
                    select 1 from information_schema.columns c
                    where c.table_schema = 'features' and c.table_name = ? and c.column_name = needed.name
                        and c.data_type = needed.type)
                """;
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setArray(
                    1,
                    texts(
                            connection,
                            view.features().stream().map(Feature::name).toList()));
            query.setArray(
                    2,
                    texts(
                            connection,
                            view.features().stream()
                                    .map(feature -> feature.dtype().columnType())
                                    .toList()));
            query.setString(3, view.name());
            try (var rows = query.executeQuery()) {
                var missing = new ArrayList<String>();
                while (rows.next()) {
                    missing.add(rows.getString(1));
                }
                return missing;
            }
        }
    }

    private static EntityValues values(FeatureView view, String model, ResultSet row) throws SQLException {
        boolean sameModel = model.equals(row.getString("embedding_model"));
        var values = new Object[view.features().size()];
        for (int i = 0; i < values.length; i++) {
            var feature = view.features().get(i);
            values[i] = feature.dtype() == Dtype.EMBEDDING && !sameModel
                    ? null
                    : feature.dtype().read(row, feature.name());
        }
        return new EntityValues(
                row.getObject("event_timestamp", OffsetDateTime.class).toInstant(), values);
    }

    private static String key(FeatureView view) {
        return view.entity().joinKeys().get(0);
    }

    private static String columns(FeatureView view) {
        return view.features().stream().map(Feature::name).collect(Collectors.joining(", "));
    }

    private static java.sql.Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
