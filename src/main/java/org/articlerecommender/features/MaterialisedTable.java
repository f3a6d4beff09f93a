package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@code features.materialised}: ranges of history that were asked for, and how far each has come. */
@Singleton
class MaterialisedTable {

    /** A range of one view; {@code doneUntil} is null while nothing is done. */
    record Range(long id, String view, Instant from, Instant to, Duration step, Instant doneUntil, Instant asked) {}

    private final DataSource dataSource;

    MaterialisedTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void ask(String view, Instant from, Instant to, Duration step) throws SQLException {
        run(
                "insert into features.materialised (view_name, from_at, to_at, step) values (?, ?, ?, ? * interval '1 second')",
                view,
                from.atOffset(ZoneOffset.UTC),
                to.atOffset(ZoneOffset.UTC),
                step.toSeconds());
    }

    /** What is not finished, in the order it was asked for. */
    List<Range> open() throws SQLException {
        var sql = "select id, view_name, from_at, to_at, extract(epoch from step)::bigint, done_until, requested_at"
                + " from features.materialised where finished_at is null order by id";
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            var open = new ArrayList<Range>();
            while (rows.next()) {
                open.add(new Range(
                        rows.getLong(1),
                        rows.getString(2),
                        moment(rows, 3),
                        moment(rows, 4),
                        Duration.ofSeconds(rows.getLong(5)),
                        moment(rows, 6),
                        moment(rows, 7)));
            }
            return open;
        }
    }

    /** The end of the latest range of a view that was asked for. */
    Optional<Instant> lastEnd(String view) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select max(to_at) from features.materialised where view_name = ?")) {
            query.setString(1, view);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.ofNullable(moment(row, 1)) : Optional.empty();
            }
        }
    }

    void reached(long id, Instant moment) throws SQLException {
        run("update features.materialised set done_until = ? where id = ?", moment.atOffset(ZoneOffset.UTC), id);
    }

    void finished(long id) throws SQLException {
        run("update features.materialised set finished_at = clock_timestamp() where id = ?", id);
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
