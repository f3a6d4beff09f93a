package org.articlerecommender.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * Compares this machine's clock with PostgreSQL's, which holds where they differ. Instances that share a store order what
 * they write by time; one whose clock is wrong would hide what the others write, or be hidden by it.
 */
@Singleton
class ClockWatch {

    private static final Duration SLOW = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final StoreClock clock;

    ClockWatch(DataSource dataSource, StoreClock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    // before anything else asks what time it is
    void onStart(@Observes @Priority(0) StartupEvent start, MeterRegistry metrics) {
        compare();
        Gauge.builder("clock.behind", () -> clock.behind().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How far this machine's clock is behind PostgreSQL's, whose time is used")
                .register(metrics);
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void compare() {
        try {
            var before = clock.ofMachine();
            var store = ofStore();
            var took = Duration.between(before, clock.ofMachine());
            // an answer that was long on its way, or a clock that was set meanwhile, says nothing
            if (took.isNegative() || took.compareTo(SLOW) > 0) {
                return;
            }
            if (clock.set(store, before.plus(took.dividedBy(2)))) {
                Log.warn(said(clock.behind()));
            }
        } catch (SQLException e) {
            Log.debugf("The clocks are not compared: %s", e.getMessage());
        }
    }

    static String said(Duration behind) {
        if (behind.isZero()) {
            return "This machine's clock agrees with PostgreSQL's again";
        }
        return "This machine's clock is %s %s PostgreSQL's, whose time is used; set it right"
                .formatted(behind.abs().truncatedTo(ChronoUnit.MILLIS), behind.isNegative() ? "ahead of" : "behind");
    }

    private Instant ofStore() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select clock_timestamp()");
                var row = query.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
