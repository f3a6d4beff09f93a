package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementDayTest {

    // In July the deadline of 14:00 Eastern is 18:00 UTC, in January 19:00 UTC
    @ParameterizedTest
    @CsvSource({
        "2025-07-07T17:59:59Z, 2025-07-08, Monday before the deadline",
        "2025-07-07T18:00:00Z, 2025-07-09, Monday at the deadline",
        "2025-07-09T12:00:00Z, 2025-07-10, Wednesday",
        "2025-07-10T17:59:59Z, 2025-07-11, Thursday before the deadline",
        "2025-07-10T18:00:00Z, 2025-07-14, Thursday after it is Friday's list",
        "2025-07-11T17:59:59Z, 2025-07-14, Friday before the deadline",
        "2025-07-11T18:00:00Z, 2025-07-15, Friday after it is Monday's list",
        "2025-07-12T12:00:00Z, 2025-07-15, Saturday",
        "2025-07-13T23:00:00Z, 2025-07-15, Sunday",
        "2025-07-14T03:00:00Z, 2025-07-15, Sunday night in New York",
        "2025-01-06T18:30:00Z, 2025-01-07, Monday before the deadline in winter",
        "2025-01-06T19:00:00Z, 2025-01-08, Monday at the deadline in winter"
    })
    void followsArxivsSchedule(Instant submitted, LocalDate announced, String when) {
        assertThat(AnnouncementDay.of(submitted)).as(when).isEqualTo(announced);
    }

    @Test
    void isNeverAfterTheDayTheArticleWasSeen() {
        var submitted = Instant.parse("2025-07-11T19:00:00Z");

        assertThat(AnnouncementDay.of(submitted, LocalDate.of(2025, 7, 14))).isEqualTo("2025-07-14");
        assertThat(AnnouncementDay.of(submitted, LocalDate.of(2025, 9, 1))).isEqualTo("2025-07-15");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-14, '[202507101800 TO 202507111759]'",
        "2025-07-15, '[202507111800 TO 202507141759]'",
        "2025-07-12, '[202507101800 TO 202507111759]'",
        "2025-01-08, '[202501061900 TO 202501071859]'"
    })
    void knowsWhichSubmissionsADayAnnounces(LocalDate day, String range) {
        assertThat(AnnouncementDay.listOf(day).range()).isEqualTo(range);
    }

    @Test
    void announcesEverySubmissionOnExactlyTheDayThatListsIt() {
        for (var day = LocalDate.of(2025, 3, 3); day.isBefore(LocalDate.of(2025, 3, 31)); day = day.plusDays(1)) {
            var list = AnnouncementDay.listOf(day);
            var announced = AnnouncementDay.of(list.from());

            assertThat(AnnouncementDay.of(list.to().minusSeconds(1))).isEqualTo(announced);
            assertThat(AnnouncementDay.listOf(announced)).isEqualTo(list);
            assertThat(AnnouncementDay.of(list.to())).isAfter(announced);
        }
    }
}
