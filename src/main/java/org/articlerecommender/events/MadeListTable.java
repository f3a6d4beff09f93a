package org.articlerecommender.events;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.events.UnflushedLists.Server;

/** Stores lists with all that belongs to them. */
@Singleton
class MadeListTable {

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
            write(lost, false);
            Log.infof("PostgreSQL was started anew, and the last %d lists were written again", lost.size());
        } catch (SQLException | RuntimeException e) {
            // no run of the server has them, so the next look gives them back
            unflushed.add(lost, Instant.MIN);
            Log.debugf("The last lists are written again later: %s", e.getMessage());
        }
    }

    private void insertAll(List<MadeList> lists) throws SQLException {
        long last = unflushed.last();
        boolean withoutFlush = unflushed.size() < UnflushedLists.MOST;
        var server = write(lists, withoutFlush);
        if (withoutFlush) {
            unflushed.add(lists, server.started());
        }
        againIfLost(unflushed.look(server, last));
    }

    private Server write(List<MadeList> lists, boolean withoutFlush) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return ListInsert.run(connection, lists, withoutFlush);
        }
    }

    private Server server() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(ListInsert.SERVER)) {
            return ListInsert.server(statement);
        }
    }
}
