package org.articlerecommender.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * Models that can serve without having been trained: each looks at the first of the served features alone, or at all of
 * them alike.
 */
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
        return model(id, parent, List.of(features.names().get(0)), coefficient, metrics);
    }

    /** A model to which every served feature counts alike. */
    public TrainedModel ofAllFeatures(String id) {
        return model(id, null, features.names(), 1, json.createObjectNode());
    }

    private TrainedModel model(String id, String parent, List<String> names, double coefficient, JsonNode metrics) {
        var line = new Linear(new double[names.size()], filled(names.size(), 1), filled(names.size(), coefficient), 0);
        var used = names.stream()
                .map(name ->
                        new TrainedModel.FeatureUsed(name, features.hash(name).orElseThrow()))
                .toList();
        var numbers = new ScoringModel(
                used.stream()
                        .map(one -> new ScoringModel.Feature(one.name(), one.hash(), 0))
                        .toList(),
                List.of(new ScoringModel.Task(Outcome.EXPAND, 1, line, Calibration.NONE)));
        var now = clock.instant();
        return new TrainedModel(
                id,
                numbers.label(),
                TrainedModel.State.CANDIDATE,
                used,
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

    private static double[] filled(int size, double value) {
        var all = new double[size];
        Arrays.fill(all, value);
        return all;
    }

    /** Takes back what serves, so that the next test finds the fallback. */
    public void leaveTheFallback() {
        var serving = models.serving().id();
        if (serving != null) {
            models.find(serving).ifPresent(one -> models.rollback(one.id(), "the next test"));
        }
    }
}
