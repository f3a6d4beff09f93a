package org.articlerecommender.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.articlerecommender.ranking.ScoringModel;
import org.articlerecommender.ranking.TrainedModel;

/** Writes down a fitted model for the registry: its numbers, what it was fitted to, how it measured. */
@Singleton
@RegisterForReflection(
        targets = {
            ModelRecords.Metrics.class,
            ModelRecords.Counted.class,
            Comparison.Figures.class,
            Comparison.Interval.class,
            ScoringModel.class,
            ScoringModel.Feature.class
        })
class ModelRecords {

    private static final String KIND = "logistic-regression";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final ObjectMapper json;

    ModelRecords(ObjectMapper json) {
        this.json = json;
    }

    /** What a set held, for people who judge the figures. */
    record Counted(int lists, long tellingLists, int rows, long positives, long readers, Instant from, Instant to) {

        static Counted of(TrainingSet set) {
            return new Counted(
                    set.lists().size(),
                    set.tellingLists(),
                    set.rows().size(),
                    set.positives(),
                    set.readers(),
                    first(set),
                    last(set));
        }
    }

    record Metrics(
            Counted training,
            Counted holdOut,
            String baselineModel,
            Comparison.Figures model,
            Comparison.Figures baseline,
            Comparison.Figures difference) {}

    TrainedModel of(ScoringModel model, TrainingSet.Split split, Comparison comparison, String parent, Instant now) {
        var digest = model.digest();
        var metrics = new Metrics(
                Counted.of(split.earlier()),
                Counted.of(split.later()),
                parent == null ? "fallback" : parent,
                comparison.model(),
                comparison.baseline(),
                comparison.difference());
        return new TrainedModel(
                "logistic-%s-%s"
                        .formatted(
                                SECOND.format(now), UUID.randomUUID().toString().substring(0, 6)),
                KIND,
                TrainedModel.State.CANDIDATE,
                model.features().stream()
                        .map(one -> new TrainedModel.FeatureUsed(one.name(), one.hash()))
                        .toList(),
                first(split.earlier()),
                last(split.earlier()),
                json.valueToTree(metrics),
                parent,
                json.valueToTree(model),
                digest,
                now,
                null,
                null);
    }

    private static Instant first(TrainingSet set) {
        return set.rows().get(0).at();
    }

    private static Instant last(TrainingSet set) {
        return set.rows().get(set.rows().size() - 1).at();
    }
}
