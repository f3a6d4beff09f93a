package org.articlerecommender.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
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
    private final Promotion promotion;
    private final TrainingConfig config;
    private final Clock clock;

    TrainJob(
            PastLists lists,
            ServedFeatures features,
            ModelRegistry models,
            Promotion promotion,
            TrainingConfig config,
            Clock clock) {
        this.lists = lists;
        this.features = features;
        this.models = models;
        this.promotion = promotion;
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
        var from = now.minus(config.window());
        var served = lists.served(from, now);
        // an imported log stands in until this instance has served lists enough of its own
        var set = missing(served).isPresent() ? lists.between(from, now) : served;
        var missing = missing(set);
        if (missing.isPresent()) {
            return JobOutcome.done("%s", missing.get() + " " + stays());
        }
        var split = set.split(config.holdOut());
        progress.at(
                1, STEPS, "Fitting to %d rows".formatted(split.earlier().rows().size()));
        var learned = Learner.of(split.earlier(), name -> features.hash(name).orElseThrow(), config);
        if (learned.model() == null) {
            return JobOutcome.done(
                    "%s",
                    "Too little to learn from: no kind of answer was given %d times in the earlier lists. %s"
                            .formatted(config.leastAnswers(), stays()));
        }
        progress.at(
                2, STEPS, "Measuring on %d rows".formatted(split.later().rows().size()));
        var parent = models.serving().id();
        var comparison = compare(split, learned);
        progress.at(3, STEPS, "Deciding");
        var decision = promotion.decide(learned, split, comparison, parent, now);
        progress.at(STEPS, STEPS, "Done");
        return JobOutcome.done(
                "%s (%s) from %d %s of %s: %s",
                decision.model().id(),
                decision.model().kind(),
                set.lists().size(),
                set == served ? "lists" : "lists, imported ones among them,",
                set.readers() == 1 ? "one reader" : set.readers() + " readers",
                decision.gate().reason());
    }

    private Optional<String> missing(TrainingSet set) {
        return Enough.missing(set, set.split(config.holdOut()), config);
    }

    private Comparison compare(TrainingSet.Split split, Learner.Learned learned) {
        var later = split.later();
        var worth = Worth.of(config).examined(Examination.of(split.earlier(), config));
        return Comparison.of(
                new ScoredLists(
                        later,
                        worth,
                        ScoredLists.ListScorer.by(later, values -> models.scorer("new", learned.model(), values))),
                new ScoredLists(later, worth, ScoredLists.ListScorer.by(later, models::serving)),
                Draws.of(later, config.seed()));
    }

    private String stays() {
        var serving = models.serving().id();
        return serving == null ? "The fallback goes on ordering lists." : serving + " goes on ordering lists.";
    }
}
