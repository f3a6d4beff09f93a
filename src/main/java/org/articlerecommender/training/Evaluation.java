package org.articlerecommender.training;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Something to be measured, or measured.
 *
 * @param source the name of a file, or {@link #OWN_LOG}
 * @param model a model to measure beside what serves, or null
 * @param days how far back the own log is read; null for a file
 * @param sentence what came out, or why nothing did; null while it waits
 * @param result an {@link EvaluationResult}; null unless it is done
 */
public record Evaluation(
        UUID id,
        String source,
        String model,
        Integer days,
        State state,
        Instant askedAt,
        Instant finishedAt,
        String sentence,
        JsonNode result) {

    public static final String OWN_LOG = "own log";

    public enum State {
        WAITING,
        DONE,
        FAILED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
