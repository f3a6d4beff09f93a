package org.articlerecommender.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One category on one announcement day.
 *
 * @param expected how many articles arXiv names for it
 * @param expectedBy which of arXiv's services named them: {@code feed}, paper by paper, or {@code api}, as a number
 * @param stored how many of them are here
 * @param embedded how many of those have a vector
 * @param lacking how many arXiv names and does not have itself
 * @param fetched how many were fetched because the day was short
 * @param shortSince when the day was first found short; null if it never was
 * @param completeAt when the day was first found complete; null while it is short
 * @param note what arXiv lacks, in words; null when it lacks nothing
 */
public record LedgerDay(
        String category,
        LocalDate day,
        int expected,
        @JsonProperty("expected_by") String expectedBy,
        @JsonProperty("counted_at") Instant countedAt,
        int stored,
        int embedded,
        int lacking,
        int fetched,
        @JsonProperty("short_since") Instant shortSince,
        @JsonProperty("complete_at") Instant completeAt,
        String note) {

    /** How many articles of the day could be here and are not. */
    @JsonProperty("missing")
    public int missing() {
        return Math.max(0, expected - lacking - stored);
    }

    /** Whether the day was short once and is not any more. */
    @JsonProperty("closed")
    public boolean closed() {
        return shortSince != null && completeAt != null;
    }

    /** How long after arXiv's announcement, which is when the day begins in UTC, all of it was here; null before. */
    @JsonProperty("lag_seconds")
    public Long lagSeconds() {
        var announced = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return completeAt == null
                ? null
                : Math.max(0, Duration.between(announced, completeAt).toSeconds());
    }
}
