package org.articlerecommender.ingestion;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;

/**
 * A file that is, or was, taken in as a whole.
 *
 * @param bytes how much of its text is stored, counted without its compression
 * @param lines how many lines of it are read
 * @param taken how many of them were articles
 * @param changed how many articles were new or changed
 * @param bad how many lines could not be taken; the first thousand are listed
 * @param reason why it ended early, or null
 * @param endedAt null until it is read to its end
 */
public record BulkFile(
        String path,
        long size,
        Instant modified,
        State state,
        long bytes,
        long lines,
        long taken,
        long changed,
        long bad,
        String reason,
        @JsonProperty("asked_at") Instant askedAt,
        @JsonProperty("ended_at") Instant endedAt) {

    /** How a file stands. {@code BROKEN} is one that ended in the middle: what came before is stored. */
    public enum State {
        WAITING,
        DONE,
        BROKEN;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonIgnore
    boolean isSame(long nowSize, Instant nowModified) {
        return size == nowSize && modified.equals(nowModified);
    }
}
