package org.articlerecommender.ingestion;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The day on which arXiv announces what was submitted at a given moment.
 *
 * <p>arXiv closes each working day's list at 14:00 US Eastern and announces it at 20:00, which is the next day in UTC
 * and in the mailing; Friday's list is announced on Sunday evening. So there are five announcement days a week, Monday
 * to Friday. arXiv's holidays and articles held by moderators are not foreseen: the query API does not tell, and the
 * true day is never earlier.
 */
final class AnnouncementDay {

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final LocalTime DEADLINE = LocalTime.of(14, 0);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

    private AnnouncementDay() {}

    /** The submissions of one announcement, from the one deadline on and before the other. */
    record Submitted(Instant from, Instant to) {

        /** The same in arXiv's query language, which counts whole minutes and both ends. */
        String range() {
            return "[%s TO %s]".formatted(MINUTE.format(from), MINUTE.format(to.minusSeconds(60)));
        }
    }

    /** What is announced on a day; that of a weekend is what the Monday after it announces. */
    static Submitted listOf(LocalDate day) {
        var announced = day;
        while (weekend(announced)) {
            announced = announced.plusDays(1);
        }
        var last = workingDayBefore(announced);
        return new Submitted(deadline(workingDayBefore(last)), deadline(last));
    }

    private static Instant deadline(LocalDate day) {
        return day.atTime(DEADLINE).atZone(EASTERN).toInstant();
    }

    private static LocalDate workingDayBefore(LocalDate day) {
        var before = day.minusDays(1);
        while (weekend(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    static LocalDate of(Instant submitted) {
        var eastern = submitted.atZone(EASTERN);
        var list = eastern.toLocalTime().isBefore(DEADLINE)
                ? eastern.toLocalDate()
                : eastern.toLocalDate().plusDays(1);
        if (list.getDayOfWeek() == DayOfWeek.SATURDAY) {
            list = list.plusDays(2);
        } else if (list.getDayOfWeek() == DayOfWeek.SUNDAY) {
            list = list.plusDays(1);
        }
        return list.getDayOfWeek() == DayOfWeek.FRIDAY ? list.plusDays(3) : list.plusDays(1);
    }

    /** Like {@link #of(Instant)}, but never after the day on which the article was already seen. */
    static LocalDate of(Instant submitted, LocalDate seen) {
        var day = of(submitted);
        return day.isAfter(seen) ? seen : day;
    }
}
