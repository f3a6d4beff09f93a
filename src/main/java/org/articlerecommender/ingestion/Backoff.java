package org.articlerecommender.ingestion;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** How long to wait before the same is asked again. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int DOUBLINGS = 5;

    private Backoff() {}

    /**
     * Twice as long after each failure, up to a minute, and anywhere in the upper half of that, so that many who failed
     * together do not come back together.
     */
    static Duration after(int failures, RandomGenerator random) {
        var most = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, failures - 1)));
        return Duration.ofMillis((long) (most.toMillis() * (0.5 + random.nextDouble() / 2)));
    }

    /** What a {@code Retry-After} header asks for: seconds or an HTTP date; zero when it says neither. */
    static Duration asked(String retryAfter, Instant now) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        var text = retryAfter.strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var wait = Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
