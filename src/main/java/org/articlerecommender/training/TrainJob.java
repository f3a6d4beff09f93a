package org.articlerecommender.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.ServedFeatures;

/** Learns a model from the lists of the last months and promotes it if it orders the latest of them better. */
@ApplicationScoped
class TrainJob implements Job {

    static final String NAME = "train";

    private static final int STEPS = 4;

    private final PastLists lists;
    private final ServedFeatures features;
    private final ModelRegistry models;
    private final ModelRecords records;
    private final TrainingConfig config;
    private final Clock clock;

    TrainJob(
            PastLists lists,
            ServedFeatures features,
            ModelRegistry models,
            ModelRecords records,
            TrainingConfig config,
            Clock clock) {
        this.lists = lists;
        this.features = features;
        this.models = models;
        this.records = records;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return "Learns from what readers opened, and promotes the new model only if it orders later lists better.";
    }

    @Override
    public JobOutcome run(Progress progress) {
        var now = clock.instant();
        progress.at(
                0,
                STEPS,
                "Reading the lists of the last %d days"
                        .formatted(config.window().toDays()));
        var set = lists.between(now.minus(config.window()), now);
        var split = set.split(config.holdOut());
        var missing = Enough.missing(set, split, config);
        if (missing.isPresent()) {
            return JobOutcome.done("%s", missing.get() + " " + stays());
        }
        var parent = models.serving().id();
        progress.at(
                1, STEPS, "Fitting to %d rows".formatted(split.earlier().rows().size()));
        var model = Fit.of(split.earlier(), name -> features.hash(name).orElseThrow(), config.penalty(), config.seed());
        progress.at(
                2, STEPS, "Measuring on %d rows".formatted(split.later().rows().size()));
        var comparison = Comparison.of(
                new ScoredLists(split.later(), values -> models.scorer("new", model, values)),
                new ScoredLists(split.later(), models::serving),
                config.seed());
        progress.at(3, STEPS, "Deciding");
        var record = records.of(model, split, comparison, parent, now);
        models.add(record);
        var verdict = Verdict.of(comparison, parent);
        if (comparison.isBetter()) {
            models.promote(record.id(), verdict);
        } else {
            models.refuse(record.id(), verdict);
        }
        progress.at(STEPS, STEPS, "Done");
        return JobOutcome.done(
                "%s",
                "%s from %d lists of %d readers: %s"
                        .formatted(record.id(), set.lists().size(), set.readers(), verdict));
    }

    private String stays() {
        var serving = models.serving().id();
        return serving == null ? "The fallback goes on ordering lists." : serving + " goes on ordering lists.";
    }
}
