package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;

/** Takes over what the SELECT of a view gives, where it differs from the newest row of the history. */
@Singleton
class SqlSource {

    private static final int AT_ONCE = 500;

    private final DataSource dataSource;
    private final HistoryTable history;
    private final ValueWriter writer;
    private final Vectors vectors;

    SqlSource(DataSource dataSource, HistoryTable history, ValueWriter writer, Vectors vectors) {
        this.dataSource = dataSource;
        this.history = history;
        this.writer = writer;
        this.vectors = vectors;
    }

    /**
     * What came of it.
     *
     * @param leftOut rows that cannot be kept
     * @param wrong what is wrong with the SELECT, so that nothing of it was taken; null when it is right
     */
    record Refreshed(int added, long leftOut, String wrong) {

        /** A sentence with a space before it; empty when all was taken. */
        String complaint(FeatureView view) {
            if (wrong != null) {
                return " Nothing was taken from the SELECT of %s: %s.".formatted(view.name(), wrong);
            }
            return leftOut == 0
                    ? ""
                    : " %d rows of the SELECT of %s were left out: no key, no finite number, or a list with a gap."
                            .formatted(leftOut, view.name());
        }
    }

    /** Adds a row for every entity whose values have changed or would expire within the next half of the TTL. */
    Refreshed refresh(FeatureView view) {
        try {
            var before = now();
            var refreshed = take(view);
            publish(view, before);
            return refreshed;
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the source of " + view.name(), e);
        }
    }

    private Instant now() throws SQLException {
        try (var connection = dataSource.getConnection();
                var row = connection.createStatement().executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private Refreshed take(FeatureView view) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = '10min'");
                var complaints = SqlColumns.complaints(connection, view);
                var refreshed = complaints.isEmpty()
                        ? new Refreshed(statement.executeUpdate(insert(view)), leftOut(statement, view), null)
                        : new Refreshed(0, 0, SqlColumns.sentence(complaints));
                HistoryWriter.check(connection, view);
                connection.commit();
                return refreshed;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static long leftOut(Statement statement, FeatureView view) throws SQLException {
        var sql = "select count(*) from (%s) q where %s".formatted(view.source().query(), SqlColumns.unusable(view));
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String insert(FeatureView view) {
        var keys = view.keys();
        return """
                insert into %1$s (%2$s, event_timestamp, embedding_model, %3$s)
                select %8$s, now(), '', %4$s
                from (%5$s) q
                where not (%9$s) and not exists (
                    select 1 from (
                        select event_timestamp, %3$s from %1$s k
                        where %10$s and event_timestamp <= now()
                        order by event_timestamp desc, created_timestamp desc limit 1) h
                    where h.event_timestamp > now() - %6$d * interval '1 millisecond'
                        and (%7$s) is not distinct from (%4$s))
                """.formatted(
                view.table(),
                keys.list(),
                view.columns(),
                view.features().stream()
                        .map(one -> "q.%s::%s"
                                .formatted(one.column(), one.dtype().column().type()))
                        .collect(Collectors.joining(", ")),
                view.source().query(),
                view.ttl().toMillis() / 2,
                view.features().stream().map(one -> "h." + one.column()).collect(Collectors.joining(", ")),
                keys.list("q"),
                SqlColumns.unusable(view),
                keys.same("k", "q"));
    }

    private void publish(FeatureView view, Instant writtenSince) throws SQLException {
        history.pages(view, vectors.model(), writtenSince, writtenSince, AT_ONCE, rows -> writer.show(view, rows));
    }
}
