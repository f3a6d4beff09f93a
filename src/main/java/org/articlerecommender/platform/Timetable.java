package org.articlerecommender.platform;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cron expressions in words, for people. */
final class Timetable {

    private static final Pattern DAILY = Pattern.compile("0 (\\d{1,2}) (\\d{1,2}(?:,\\d{1,2})*) \\* \\* \\?");
    private static final Pattern HOURLY = Pattern.compile("0 (\\d{1,2}) \\* \\* \\* \\?");

    private Timetable() {}

    /** The times of day of a job that runs every day or every hour; any other expression as it stands. */
    static String of(String cron) {
        var daily = DAILY.matcher(cron.strip());
        if (daily.matches()) {
            int minute = Integer.parseInt(daily.group(1));
            return Stream.of(daily.group(2).split(","))
                    .map(hour -> "%02d:%02d".formatted(Integer.parseInt(hour), minute))
                    .collect(Collectors.joining(", "));
        }
        var hourly = HOURLY.matcher(cron.strip());
        return hourly.matches() ? "every hour at :%02d".formatted(Integer.parseInt(hourly.group(1))) : cron;
    }
}
