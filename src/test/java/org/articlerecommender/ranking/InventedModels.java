package org.articlerecommender.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Models that can serve without having been trained: each looks at the first of the served features alone. */
@Singleton
public class InventedModels {

    private final ModelRegistry models;
    private final ServedFeatures features;
    private final ObjectMapper json;
    private final Clock clock;

    InventedModels(ModelRegistry models, ServedFeatures features, ObjectMapper json, Clock clock) {
        this.models = models;
        this.features = features;
        this.json = json;
        this.clock = clock;
    }

    /** A model that orders lists by the feature, in rising order when the coefficient is negative. */
    public TrainedModel model(String id, String parent, double coefficient) {
        return model(id, parent, coefficient, json.createObjectNode());
    }

    public TrainedModel model(String id, String parent, double coefficient, JsonNode metrics) {
        var name = features.names().get(0);
        var hash = features.hash(name).orElseThrow();
        var line = new Linear(new double[] {0}, new double[] {1}, new double[] {coefficient}, 0);
        var numbers = new ScoringModel(
                List.of(new ScoringModel.Feature(name, hash, 0)),
                List.of(new ScoringModel.Task(Outcome.EXPAND, 1, line, Calibration.NONE)));
        var now = clock.instant();
        return new TrainedModel(
                id,
                numbers.label(),
                TrainedModel.State.CANDIDATE,
                List.of(new TrainedModel.FeatureUsed(name, hash)),
                now,
                now,
                metrics,
                parent,
                json.valueToTree(numbers),
                numbers.digest(),
                now,
                null,
                null);
    }

    /** Takes back what serves, so that the next test finds the fallback. */
    public void leaveTheFallback() {
        var serving = models.serving().id();
        if (serving != null) {
            models.find(serving).ifPresent(one -> models.rollback(one.id(), "the next test"));
        }
    }
}
