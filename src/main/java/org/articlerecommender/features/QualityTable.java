package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Measures the rows of views by day, and keeps what was found in {@code features.quality}. */
@Singleton
class QualityTable {

    // fewer say nothing about a distribution
    private static final int ENOUGH = 100;
    private static final int BASELINE_DAYS = 7;

    private static final String HISTOGRAM = """
            with edges as (
                select array(select distinct unnest(percentile_disc(
                        array[.1, .2, .3, .4, .5, .6, .7, .8, .9]) within group (order by %1$s::float8)) e order by e) e
                from %2$s where event_timestamp >= ?::date - %3$d and event_timestamp < ?::date and %1$s is not null)
            select case when h.event_timestamp >= ?::date then 1 else 0 end, width_bucket(h.%1$s::float8, edges.e), count(*)
            from edges, %2$s h
            where cardinality(edges.e) > 0 and h.%1$s is not null
                and h.event_timestamp >= ?::date - %3$d and h.event_timestamp < ?::date + 1
            group by 1, 2
            """;

    private final DataSource dataSource;

    QualityTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What the rows of a day hold, one line per feature. */
    List<QualityLine> measure(FeatureView view, LocalDate day) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var lines = new ArrayList<QualityLine>();
            for (var feature : view.features()) {
                lines.add(measure(connection, view, feature, day));
            }
            return lines;
        }
    }

    private static QualityLine measure(Connection connection, FeatureView view, Feature feature, LocalDate day)
            throws SQLException {
        boolean number = feature.dtype().number();
        var sql =
                "select count(*), count(*) - count(%1$s), %2$s from %3$s where event_timestamp >= ?::date and event_timestamp < ?::date + 1"
                        .formatted(
                                feature.column(),
                                number
                                        ? "min(%1$s)::float8, max(%1$s)::float8, avg(%1$s)::float8"
                                                .formatted(feature.column())
                                        : "null::float8, null::float8, null::float8",
                                view.table());
        try (var query = connection.prepareStatement(sql)) {
            days(query, day, 2);
            try (var row = query.executeQuery()) {
                row.next();
                return new QualityLine(
                        view.name(),
                        feature.name(),
                        day,
                        row.getLong(1),
                        row.getLong(2),
                        number(row, 3),
                        number(row, 4),
                        number(row, 5),
                        number ? psi(connection, view, feature, day) : null,
                        null);
            }
        }
    }

    private static Double psi(Connection connection, FeatureView view, Feature feature, LocalDate day)
            throws SQLException {
        var counts = new long[2][10];
        long[] all = new long[2];
        try (var query =
                connection.prepareStatement(HISTOGRAM.formatted(feature.column(), view.table(), BASELINE_DAYS))) {
            days(query, day, 5);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    counts[rows.getInt(1)][rows.getInt(2)] += rows.getLong(3);
                    all[rows.getInt(1)] += rows.getLong(3);
                }
            }
        }
        return all[0] < ENOUGH || all[1] < ENOUGH ? null : Drift.psi(counts[0], counts[1]);
    }

    private static void days(PreparedStatement query, LocalDate day, int times) throws SQLException {
        for (int i = 1; i <= times; i++) {
            query.setObject(i, day);
        }
    }

    private static Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(value);
    }

    /** The moment of the newest row. */
    Optional<Instant> newest(FeatureView view) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select max(event_timestamp) from " + view.table());
                var row = query.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }

    void save(List<QualityLine> lines) throws SQLException {
        var sql = """
                insert into features.quality (view_name, feature, day, rows, nulls, least, most, mean, psi, alarm)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (view_name, feature, day) do update set rows = excluded.rows, nulls = excluded.nulls,
                    least = excluded.least, most = excluded.most, mean = excluded.mean, psi = excluded.psi,
                    alarm = excluded.alarm, measured_at = clock_timestamp()
                """;
        try (var connection = dataSource.getConnection();
                var batch = connection.prepareStatement(sql)) {
            for (var line : lines) {
                Object[] values = {
                    line.view(), line.feature(), line.day(), line.rows(), line.nulls(),
                    line.least(), line.most(), line.mean(), line.psi(), line.alarm()
                };
                for (int i = 0; i < values.length; i++) {
                    batch.setObject(i + 1, values[i]);
                }
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    /** The lines of the newest day that was measured, by view and feature. */
    List<QualityLine> latest() throws SQLException {
        var sql = "select view_name, feature, day, rows, nulls, least, most, mean, psi, alarm from features.quality"
                + " where day = (select max(day) from features.quality) order by view_name, feature";
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            var lines = new ArrayList<QualityLine>();
            while (row.next()) {
                lines.add(new QualityLine(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getLong(5),
                        number(row, 6),
                        number(row, 7),
                        number(row, 8),
                        number(row, 9),
                        row.getString(10)));
            }
            return lines;
        }
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
