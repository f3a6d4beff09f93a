package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    private static final Instant MOMENT = Instant.parse("2026-03-01T08:00:00.123Z");

    @Test
    void isAUuidOfVersion7OfItsMoment() {
        var id = TimeOrderedId.at(MOMENT);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MOMENT.toEpochMilli());
        assertThat(UUID.fromString(id.toString())).isEqualTo(id);
    }

    @Test
    void isGreaterAMillisecondLater() {
        assertThat(TimeOrderedId.at(MOMENT.plusMillis(1)).toString())
                .isGreaterThan(TimeOrderedId.at(MOMENT).toString());
    }

    @Test
    void isNeverTheSameWithinAMoment() {
        assertThat(Stream.generate(() -> TimeOrderedId.at(MOMENT)).limit(10_000))
                .doesNotHaveDuplicates();
    }
}
