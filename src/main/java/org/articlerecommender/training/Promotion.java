package org.articlerecommender.training;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.articlerecommender.features.FeatureParity;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.TrainedModel;

/** Puts a learned model into the registry, and lets it serve or refuses it. */
@Singleton
class Promotion {

    private final ModelRegistry models;
    private final ModelRecords records;
    private final FeatureParity parity;
    private final TrainingConfig config;

    Promotion(ModelRegistry models, ModelRecords records, FeatureParity parity, TrainingConfig config) {
        this.models = models;
        this.records = records;
        this.parity = parity;
        this.config = config;
    }

    /** The model as it was recorded, and whether it serves now. */
    record Decision(TrainedModel model, Gate gate) {}

    /** @param serving the id of what the comparison was made with; null for the fallback */
    Decision decide(
            Learner.Learned learned, TrainingSet.Split split, Comparison comparison, String serving, Instant now) {
        var record = records.of(learned, split, comparison, serving, now);
        var gate = Gate.of(comparison, active(), serving, now, config.championAge())
                .objected(parity.objection());
        models.add(record);
        if (!gate.opens()) {
            models.refuse(record.id(), gate.reason());
        } else {
            models.promote(record.id(), gate.reason());
            if (serving != null && config.trial()) {
                // live lists have the last word: the one that was replaced goes on beside
                models.challenge(serving, "Goes on beside " + record.id() + " until readers have decided");
            }
        }
        return new Decision(record, gate);
    }

    private TrainedModel active() {
        return models.all().stream()
                .filter(one -> one.state() == TrainedModel.State.ACTIVE)
                .findFirst()
                .orElse(null);
    }
}
