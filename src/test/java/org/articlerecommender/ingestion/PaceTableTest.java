package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaceTableTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DataSource dataSource;
    private final PaceTable one;
    private final PaceTable other;

    PaceTableTest(DataSource dataSource) {
        this.dataSource = dataSource;
        this.one = new PaceTable(dataSource);
        this.other = new PaceTable(dataSource);
    }

    @BeforeEach
    void free() throws SQLException {
        set("leased_until = 'epoch', free_at = 'epoch', search_until = 'epoch'");
    }

    @Test
    void oneReplicaAtATimeHasTheTurn() {
        assertThat(one.claim(false, LEASE)).isZero();
        assertThat(other.claim(false, LEASE)).isPositive();

        one.release(Duration.ZERO);

        assertThat(other.claim(false, LEASE)).isZero();
    }

    @Test
    void thePauseHoldsForEveryReplica() {
        one.claim(false, LEASE);
        one.release(Duration.ofSeconds(41));

        assertThat(one.claim(false, LEASE)).isBetween(Duration.ofSeconds(35), Duration.ofSeconds(41));
        assertThat(other.claim(true, LEASE)).isBetween(Duration.ofSeconds(35), Duration.ofSeconds(41));
    }

    @Test
    void aWaitingSearchGoesBeforeAnotherReplicasHarvest() {
        one.claim(false, LEASE);
        other.claim(true, LEASE);
        one.release(Duration.ZERO);

        assertThat(one.claim(false, LEASE)).isPositive();
        assertThat(other.claim(true, LEASE)).isZero();
    }

    @Test
    void theTurnOfADeadReplicaEnds() throws SQLException {
        one.claim(false, LEASE);
        set("leased_until = clock_timestamp() - interval '1 ms'");

        assertThat(other.claim(false, LEASE)).isZero();
    }

    @Test
    void aClockThatWasSetBackDoesNotStopEverything() throws SQLException {
        set("free_at = clock_timestamp() + interval '9 days', leased_until = clock_timestamp() + interval '9 days'");

        assertThat(one.claim(false, LEASE)).isZero();
    }

    @Test
    void withoutPostgresEachProcessKeepsThePaceForItself() {
        var away = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, parameters) -> {
                    throw new SQLException("the server is away");
                });
        var lonely = new PaceTable(away);

        assertThat(lonely.claim(false, LEASE)).isZero();
        lonely.release(Duration.ofSeconds(3));
    }

    private void set(String what) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update ingestion.pace set " + what);
        }
    }
}
