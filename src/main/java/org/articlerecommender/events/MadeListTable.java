package org.articlerecommender.events;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.events.UnflushedLists.Server;

/** Stores lists with all that belongs to them. */
@Singleton
class MadeListTable {

    private static final String SERVER = """
            select pg_postmaster_start_time(),
                   pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint,
                   pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint
            """;
    private static final String WAIT_FOR_NO_FLUSH = SERVER + ", set_config('synchronous_commit', 'off', true)";

    private final DataSource dataSource;
    private final GroupCommit<MadeList> group = new GroupCommit<>(this::insertAll);
    private final UnflushedLists unflushed = new UnflushedLists();

    MadeListTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Stores the list, its lines and what it tried, or nothing; what is there already stays as it is. */
    void insert(MadeList list) throws SQLException {
        group.write(list);
    }

    // the next lists tell as well, but there may be none
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void onSchedule() {
        if (unflushed.size() > 0) {
            try {
                long last = unflushed.last();
                againIfLost(unflushed.look(server(), last));
            } catch (SQLException e) {
                Log.debugf("Whether the last lists are on the disk is asked again: %s", e.getMessage());
            }
        }
    }

    private void againIfLost(List<MadeList> lost) {
        if (lost.isEmpty()) {
            return;
        }
        try {
            transaction(lost, false);
            Log.infof("PostgreSQL was started anew, and the last %d lists were written again", lost.size());
        } catch (SQLException | RuntimeException e) {
            // no run of the server has them, so the next look gives them back
            unflushed.add(lost, Instant.MIN);
            Log.debugf("The last lists are written again later: %s", e.getMessage());
        }
    }

    private void insertAll(List<MadeList> lists) throws SQLException {
        long last = unflushed.last();
        var server = transaction(lists, unflushed.size() < UnflushedLists.MOST);
        if (server != null) {
            unflushed.add(lists, server.started());
            againIfLost(unflushed.look(server, last));
        }
    }

    /** The server as it was before it took them without flushing them; null when they are on the disk. */
    private Server transaction(List<MadeList> lists, boolean withoutFlush) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var server = withoutFlush ? server(connection, WAIT_FOR_NO_FLUSH) : null;
                RankingTable.insert(
                        connection, lists.stream().map(MadeList::ranking).toList());
                ExperimentTable.insert(connection, lists);
                connection.commit();
                return server;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Server server() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return server(connection, SERVER);
        }
    }

    private static Server server(Connection connection, String question) throws SQLException {
        try (var statement = connection.prepareStatement(question);
                var row = statement.executeQuery()) {
            row.next();
            return new Server(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getLong(3));
        }
    }
}
