package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClockWatchTest {

    private final DataSource dataSource;

    ClockWatchTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P2D", "PT-30S"})
    void aClockThatIsWrongGoesByThatOfTheStore(String ahead) {
        var clock = new StoreClock(Clock.offset(Clock.systemUTC(), Duration.parse(ahead)));

        new ClockWatch(dataSource, clock).compare();

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
        assertThat(clock.withZone(ZoneOffset.ofHours(1)).instant())
                .isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
    }

    @Test
    void aClockThatIsRightIsLeftAlone() {
        var clock = new StoreClock(Clock.systemUTC());

        new ClockWatch(dataSource, clock).compare();

        assertThat(clock.behind()).isEqualTo(Duration.ZERO);
    }

    @Test
    void saysWhatIsWrongAndWhenItIsRightAgain() {
        var now = Instant.parse("2025-07-01T06:00:00Z");
        var clock = new StoreClock(Clock.fixed(now, ZoneOffset.UTC));

        assertThat(clock.set(now.minusSeconds(3600), now)).isTrue();
        assertThat(ClockWatch.said(clock.behind())).contains("PT1H ahead of PostgreSQL's");
        assertThat(clock.set(now.minusSeconds(3601), now)).as("a second more").isFalse();
        assertThat(clock.instant()).isEqualTo(now.minusSeconds(3600));
        assertThat(clock.set(now.plusMillis(900), now)).isTrue();
        assertThat(ClockWatch.said(clock.behind())).contains("agrees");
        assertThat(clock.instant()).isEqualTo(now);
    }
}
