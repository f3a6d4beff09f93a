package org.articlerecommender.ingestion;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

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

    private AnnouncementDay() {}

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
