package org.articlerecommender.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.ranking.Outcome;
import org.articlerecommender.ranking.ScoringModel;
import org.articlerecommender.ranking.TrainedModel;

/** Writes down a fitted model for the registry: its numbers, what it was fitted to, how it measured. */
@Singleton
@RegisterForReflection(
        targets = {
            ModelRecords.Metrics.class,
            ModelRecords.Counted.class,
            ModelRecords.Task.class,
            Reliability.class,
            Reliability.Bin.class,
            Figures.class,
            Figures.Interval.class,
        })
class ModelRecords {

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

    /**
     * One outcome: how it was learned, and how far what it foretold of the later lists came true.
     *
     * @param auc over all rows of the later lists
     */
    record Task(Learner.Chosen learned, long answers, double auc, Reliability reliability) {}

    /** @param drawn what the intervals were drawn over */
    record Metrics(
            Counted training,
            Counted holdOut,
            String baselineModel,
            String drawn,
            Figures model,
            Figures baseline,
            Figures difference,
            List<Task> tasks,
            List<Outcome> leftOut) {}

    TrainedModel of(
            Learner.Learned learned, TrainingSet.Split split, Comparison comparison, String parent, Instant now) {
        var model = learned.model();
        var metrics = new Metrics(
                Counted.of(split.earlier()),
                Counted.of(split.later()),
                parent == null ? "fallback" : parent,
                comparison.drawn(),
                comparison.model(),
                comparison.baseline(),
                comparison.difference(),
                tasks(learned, split.later()),
                learned.leftOut());
        return new TrainedModel(
                "model-%s-%s"
                        .formatted(
                                SECOND.format(now), UUID.randomUUID().toString().substring(0, 6)),
                model.label(),
                TrainedModel.State.CANDIDATE,
                model.features().stream()
                        .map(one -> new TrainedModel.FeatureUsed(one.name(), one.hash()))
                        .toList(),
                first(split.earlier()),
                last(split.earlier()),
                json.valueToTree(metrics),
                parent,
                json.valueToTree(model),
                model.digest(),
                now,
                null,
                null);
    }

    // here positions count as they were: the question is what came true, not what order is best
    private static List<Task> tasks(Learner.Learned learned, TrainingSet later) {
        var model = learned.model();
        var means = model.features().stream()
                .mapToDouble(ScoringModel.Feature::fill)
                .toArray();
        var rows = Matrix.of(later.rows(), Arrays.copyOf(means, means.length - 1));
        return learned.chosen().stream()
                .map(chosen -> {
                    var task = model.tasks().get(learned.chosen().indexOf(chosen));
                    var foretold = model.probabilities(task, rows);
                    var answers = Learner.answers(later.rows(), task.outcome());
                    long yes = later.rows().stream()
                            .filter(row -> row.outcomes().contains(task.outcome()))
                            .count();
                    return new Task(chosen, yes, Auc.of(foretold, answers), Reliability.of(foretold, answers));
                })
                .toList();
    }

    private static Instant first(TrainingSet set) {
        return set.rows().get(0).at();
    }

    private static Instant last(TrainingSet set) {
        return set.rows().get(set.rows().size() - 1).at();
    }
}
