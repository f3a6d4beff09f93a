package org.articlerecommender.ingestion;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One part of a harvest: a day of submissions, or a day of new versions of papers that were submitted before.
 *
 * <p>A day at a time, because arXiv answers pages far down a long list with errors; all categories at once, because
 * each request costs three seconds and a cross-listed paper then comes once.
 *
 * @param submittedBefore for new versions, the first day whose submissions are read anyway; otherwise null
 */
record Slice(LocalDate day, LocalDate submittedBefore) {

    /** What is announced on a day was submitted up to so many days before, over a weekend. */
    static final int SUBMITTED_BEFORE_ANNOUNCED = 4;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** What a harvest on a day reads, newest first. */
    static List<Slice> of(LocalDate today, int submissionDays, int replacementDays) {
        var slices = new ArrayList<Slice>();
        var first = today.minusDays(submissionDays);
        for (int back = 0; back <= submissionDays; back++) {
            slices.add(new Slice(today.minusDays(back), null));
        }
        for (int back = 0; back < replacementDays; back++) {
            slices.add(new Slice(today.minusDays(back), first));
        }
        return slices;
    }

    boolean replacements() {
        return submittedBefore != null;
    }

    /** What asks for every article of the categories. */
    static String anyOf(List<String> categories) {
        return categories.stream().map(one -> "cat:" + one).collect(Collectors.joining(" OR ", "(", ")"));
    }

    String query(List<String> categories) {
        var any = anyOf(categories);
        return replacements()
                ? "%s AND lastUpdatedDate:%s ANDNOT submittedDate:%s"
                        .formatted(any, range(day, day), range(submittedBefore, day))
                : "%s AND submittedDate:%s".formatted(any, range(day, day));
    }

    ArxivClient.Order order() {
        return replacements() ? ArxivClient.Order.UPDATED : ArxivClient.Order.SUBMITTED;
    }

    /** The same for the same part under the same settings. */
    String key(List<String> categories) {
        return "slice:%s:%s:%08x".formatted(day, replacements() ? "replaced" : "submitted", categories.hashCode());
    }

    /** What it holds, for people. */
    String title() {
        return (replacements() ? "new versions of " : "submissions of ") + day;
    }

    private static String range(LocalDate from, LocalDate to) {
        return "[%s0000 TO %s2359]".formatted(DAY.format(from), DAY.format(to));
    }
}
