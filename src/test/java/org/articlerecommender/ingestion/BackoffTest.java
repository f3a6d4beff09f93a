package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-04-12T10:00:00Z");

    @Test
    void growsAndStaysWithinAMinuteOrSo() {
        var random = new SplittableRandom(7);

        for (int round = 0; round < 1000; round++) {
            assertThat(Backoff.after(1, random)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThat(Backoff.after(3, random)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(Backoff.after(60, random)).isBetween(Duration.ofSeconds(32), Duration.ofSeconds(64));
        }
    }

    @Test
    void differsFromCallToCall() {
        var random = new SplittableRandom(7);

        assertThat(Backoff.after(5, random)).isNotEqualTo(Backoff.after(5, random));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 | PT17S",
                " 3 | PT3S",
                "Sun, 12 Apr 2026 10:02:00 GMT | PT2M",
                "Sun, 12 Apr 2026 09:00:00 GMT | PT0S",
                "soon | PT0S",
                "-5 | PT0S",
                "99999999999999999999 | PT0S",
                " | PT0S"
            })
    void readsRetryAfterAsSecondsOrAsADate(String header, Duration wait) {
        assertThat(Backoff.asked(header, NOW)).isEqualTo(wait);
    }
}
