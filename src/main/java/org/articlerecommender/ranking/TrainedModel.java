package org.articlerecommender.ranking;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A model as the registry keeps it.
 *
 * @param kind what was fitted, like {@code logistic-regression} or {@code boosted-trees}
 * @param features what it reads, with the hash of each definition at training time
 * @param trainedFrom the first moment of its training set
 * @param trainedTo the last moment of its training set
 * @param metrics what was measured on the hold-out, with intervals
 * @param parent the id of the model that was active when it was trained, or null
 * @param artefact the {@link ScoringModel} as JSON; null in a listing
 * @param sha256 its {@link ScoringModel#digest()}
 * @param decidedAt when it was last promoted, retired or refused, or null
 * @param reason why, or null
 */
public record TrainedModel(
        String id,
        String kind,
        State state,
        List<FeatureUsed> features,
        Instant trainedFrom,
        Instant trainedTo,
        JsonNode metrics,
        String parent,
        JsonNode artefact,
        String sha256,
        Instant createdAt,
        Instant decidedAt,
        String reason) {

    /** A feature of a model and the hash of its definition when the model was trained. */
    public record FeatureUsed(String name, String hash) {}

    /** Where a model stands; at most one is active, and at most one challenges it. */
    public enum State {
        CANDIDATE,
        ACTIVE,
        /** Its lines are drafted into live lists beside those of the active model, to learn which readers prefer. */
        CHALLENGER,
        RETIRED,
        REFUSED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
