package org.articlerecommender.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as people write them. */
final class Days {

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})(?:[-/](\\d{1,2}))?(?:[-/](\\d{1,2}))?");

    private Days() {}

    /** The first day of a year, month or day like 2025, 2025-07 or 2025-07-31; empty for anything else. */
    static Optional<LocalDate> first(String given) {
        var match = SHAPE.matcher(given.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(match.group(1)), number(match.group(2)), number(match.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
