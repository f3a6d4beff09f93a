package org.articlerecommender.platform;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets one process at a time run a job, over all replicas on the same PostgreSQL.
 *
 * <p>A session-level advisory lock on a connection kept for the length of the run: when the process or its machine
 * dies, PostgreSQL frees the lock by itself. A lock table with a lease would keep every other replica waiting until the
 * lease has run out.
 */
@Singleton
class JobLock {

    /** Held until closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended('job:' || ?, 0))";
    private static final String FREE = "select pg_advisory_unlock(hashtextextended('job:' || ?, 0))";

    private final DataSource dataSource;

    JobLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes the lock without waiting; empty when another run of the job, here or elsewhere, has it. */
    Optional<Held> tryTake(String job) {
        try {
            var connection = dataSource.getConnection();
            try {
                if (ask(connection, TAKE, job)) {
                    return Optional.of(() -> free(connection, job));
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new StoreUnavailable("locking the job " + job, e);
        }
    }

    private static boolean ask(Connection connection, String sql, String job) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, job);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void free(Connection connection, String job) {
        try (connection) {
            ask(connection, FREE, job);
        } catch (SQLException e) {
            // the session is gone, and the lock with it
        }
    }
}
