package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Adds to {@code features.<view>}, one table per view. */
@Singleton
class HistoryWriter {

    private final DataSource dataSource;

    HistoryWriter(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds rows in one transaction; what was there stays. */
    void append(FeatureView view, String model, Map<Moment, EntityValues> rows) throws SQLException {
        append(model, Map.of(view, rows));
    }

    /** Adds rows of several views in one transaction; what was there stays. */
    void append(String model, Map<FeatureView, Map<Moment, EntityValues>> byView) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (var one : byView.entrySet()) {
                    append(connection, one.getKey(), model, one.getValue());
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void append(Connection connection, FeatureView view, String model, Map<Moment, EntityValues> rows)
            throws SQLException {
        var sql = "insert into %s (%s, event_timestamp, embedding_model, %s) values (%s, ?, ?, %s)"
                .formatted(
                        view.table(),
                        view.keys().list(),
                        view.columns(),
                        view.keys().marks(),
                        view.features().stream()
                                .map(feature -> "?::" + feature.dtype().column().type())
                                .collect(Collectors.joining(", ")));
        try (var batch = connection.prepareStatement(sql)) {
            for (var row : rows.entrySet()) {
                bind(batch, view, model, row.getKey(), row.getValue().values());
                batch.addBatch();
            }
            batch.executeBatch();
            check(connection, view);
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
        int keys = view.keys().count();
        view.keys().bind(batch, 1, moment.key());
        batch.setObject(keys + 1, moment.at().atOffset(ZoneOffset.UTC));
        batch.setString(keys + 2, view.model(model));
        for (int i = 0; i < values.length; i++) {
            view.features().get(i).dtype().column().bind(values[i], batch, keys + 3 + i);
        }
    }

    /** Whose values of exactly this moment were written since. */
    Set<String> keysAt(FeatureView view, Instant moment, Instant since) throws SQLException {
        var sql = "select %s from %s where event_timestamp = ? and created_timestamp >= ?"
                .formatted(view.keys().list(), view.table());
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, moment.atOffset(ZoneOffset.UTC));
            query.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var keys = new HashSet<String>();
                while (rows.next()) {
                    keys.add(view.keys().read(rows, 1));
                }
                return keys;
            }
        }
    }
}
