package org.articlerecommender.ingestion;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The one row of {@code ingestion.pace}, by which replicas take turns.
 *
 * <p>Measured by PostgreSQL's clock alone, so replicas whose clocks differ still agree. While PostgreSQL is away each
 * replica keeps the pace for itself: what is asked then is little, since nothing can be stored.
 */
@Singleton
class PaceTable implements SharedPace {

    private static final Duration AWAY_FOR = Duration.ofSeconds(30);

    // The upper bounds free the turn after the server's clock was set back. A search that waits is noted for two
    // seconds, so that no other replica's harvest goes before it.
    private static final String CLAIM = """
            update ingestion.pace
            set leased_until = clock_timestamp() + ? * interval '1 ms',
                search_until = case when ? then 'epoch' else search_until end
            where (leased_until <= clock_timestamp() or leased_until > clock_timestamp() + interval '10 minutes')
              and (free_at <= clock_timestamp() or free_at > clock_timestamp() + interval '3 hours')
              and (? or search_until <= clock_timestamp() or search_until > clock_timestamp() + interval '1 minute')
            """;

    private static final String WAIT = """
            update ingestion.pace
            set search_until = case when ? then clock_timestamp() + interval '2 seconds' else search_until end
            returning greatest(0, ceil(extract(epoch from free_at - clock_timestamp()) * 1000))::bigint
            """;

    private static final String RELEASE = """
            update ingestion.pace
            set leased_until = 'epoch', free_at = clock_timestamp() + ? * interval '1 ms'
            """;

    private final DataSource dataSource;
    private volatile long awaySince;

    PaceTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Duration claim(boolean search, Duration lease) {
        if (away()) {
            return Duration.ZERO;
        }
        try (var connection = dataSource.getConnection();
                var claim = connection.prepareStatement(CLAIM);
                var wait = connection.prepareStatement(WAIT)) {
            claim.setLong(1, lease.toMillis());
            claim.setBoolean(2, search);
            claim.setBoolean(3, search);
            if (claim.executeUpdate() == 1) {
                return Duration.ZERO;
            }
            wait.setBoolean(1, search);
            try (var rows = wait.executeQuery()) {
                rows.next();
                // at least something: the turn may be another's although the pause is over
                return Duration.ofMillis(Math.max(50, rows.getLong(1)));
            }
        } catch (SQLException e) {
            lost(e);
            return Duration.ZERO;
        }
    }

    @Override
    public void release(Duration pause) {
        if (away()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(RELEASE)) {
            statement.setLong(1, pause.toMillis());
            statement.executeUpdate();
        } catch (SQLException e) {
            lost(e);
        }
    }

    private boolean away() {
        return awaySince != 0 && System.nanoTime() - awaySince < AWAY_FOR.toNanos();
    }

    private void lost(SQLException e) {
        Log.warnf("PostgreSQL is away (%s); this process keeps the pace of arXiv requests by itself", e.getMessage());
        awaySince = System.nanoTime();
    }
}
