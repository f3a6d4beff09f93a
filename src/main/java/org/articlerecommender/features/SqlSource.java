package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
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
     * Adds a row for every entity whose values have changed or would expire within the next half of the TTL.
     *
     * @return how many that were
     */
    int refresh(FeatureView view) {
        try {
            var before = now();
            int added = add(view);
            publish(view, before);
            return added;
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

    private int add(FeatureView view) throws SQLException {
        var key = '"' + view.key() + '"';
        var columns = view.columns();
        var sql = """
                insert into %1$s (%2$s, event_timestamp, embedding_model, %3$s)
                select q.%2$s, now(), '', %4$s
                from (%5$s) q
                where not exists (
                    select 1 from (
                        select event_timestamp, %3$s from %1$s
                        where %2$s = q.%2$s and event_timestamp <= now()
                        order by event_timestamp desc, created_timestamp desc limit 1) h
                    where h.event_timestamp > now() - %6$d * interval '1 millisecond'
                        and (%7$s) is not distinct from (%4$s))
                """.formatted(
                view.table(),
                key,
                columns,
                view.features().stream()
                        .map(one -> "q.%s::%s"
                                .formatted(one.column(), one.dtype().column().type()))
                        .collect(Collectors.joining(", ")),
                view.source().query(),
                view.ttl().toMillis() / 2,
                view.features().stream().map(one -> "h." + one.column()).collect(Collectors.joining(", ")));
        try (var connection = dataSource.getConnection()) {
            return inTransaction(connection, view, sql);
        }
    }

    private static int inTransaction(Connection connection, FeatureView view, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = '10min'");
            int added = statement.executeUpdate(sql);
            HistoryWriter.check(connection, view);
            connection.commit();
            return added;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void publish(FeatureView view, Instant writtenSince) throws SQLException {
        history.pages(view, vectors.model(), Instant.now(), writtenSince, AT_ONCE, rows -> writer.show(view, rows));
    }
}
