package org.articlerecommender.training;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.articlerecommender.events.Experiments;
import org.articlerecommender.events.Exploration;
import org.articlerecommender.features.FeatureVectors;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.Scorer;
import org.articlerecommender.ranking.ServedFeatures;
import org.articlerecommender.ranking.TrainedModel;
import org.articlerecommender.training.ScoredLists.ListScorer;

/** Measures what serves, the challenger, a model that is asked for, the fallback and the floors on the same lists. */
@Singleton
class Measurement {

    static final int DAYS = 30;

    private static final int FEWEST_LISTS = 5;

    private final ModelRegistry models;
    private final Experiments experiments;
    private final PastLists lists;
    private final TrainingConfig config;
    private final Clock clock;

    Measurement(ModelRegistry models, Experiments experiments, PastLists lists, TrainingConfig config, Clock clock) {
        this.models = models;
        this.experiments = experiments;
        this.lists = lists;
        this.config = config;
        this.clock = clock;
    }

    /** On the lists of the last days that no compared model learned from. */
    EvaluationResult ofOwnLog(String model, int days) {
        var now = clock.instant();
        var from = now.minus(Duration.ofDays(days));
        var notes = new ArrayList<String>();
        var all = lists.between(from, now);
        var learned = learnedTo(model);
        var set = all.after(learned.orElse(from));
        if (set.tellingLists() < FEWEST_LISTS && learned.isPresent()) {
            set = all;
            notes.add("Lists that the models learned from are among them: fewer than %d later ones tell."
                    .formatted(FEWEST_LISTS));
        }
        double examination = Examination.of(all, config);
        notes.add(String.format(
                Locale.ROOT,
                "An answer at position k counts k^%.2f times in nDCG and AUC, at most 5: that is how readers stop looking.",
                examination));
        return measure(set, model, examination, notes, experiments.explored(from, now));
    }

    /** On the lists of a file. */
    EvaluationResult ofFile(TrainingSet set, ReplayLog log, String model) {
        var notes = new ArrayList<String>();
        if (!log.rejected().isEmpty()) {
            notes.add("%d lines and more were left out; the first, line %d: %s."
                    .formatted(
                            log.rejected().size(),
                            log.rejected().get(0).line(),
                            log.rejected().get(0).reason()));
        }
        int age = set.names().indexOf(Floors.AGE);
        long unknown = set.rows().stream()
                .filter(row -> Double.isNaN(row.values()[age]))
                .count();
        if (unknown > 0) {
            notes.add("%d of %d rows are of articles of which neither the catalog nor the file tells the age."
                    .formatted(unknown, set.rows().size()));
        }
        learnedTo(model)
                .filter(to -> !set.after(to).rows().equals(set.rows()))
                .ifPresent(to -> notes.add(
                        "Some lists are older than the last that a compared model learned from (%s).".formatted(to)));
        return measure(set, model, 0, notes, List.of());
    }

    private EvaluationResult measure(
            TrainingSet set,
            String model,
            double examination,
            List<String> notes,
            List<Exploration.Answered> explored) {
        if (set.tellingLists() == 0) {
            throw new NothingToMeasure(
                    "%d lists, and none of them in which a reader answered something and passed something over."
                            .formatted(set.lists().size()));
        }
        var scorers = scorers(model);
        var rankers = new LinkedHashMap<String, ListScorer>();
        scorers.forEach((name, scorer) -> rankers.put(name, ListScorer.by(set, scorer)));
        int interest = set.names().indexOf(ServedFeatures.INTEREST);
        rankers.put(
                "reader model alone",
                list -> list.stream()
                        .mapToDouble(row -> Double.isFinite(row.values()[interest]) ? row.values()[interest] : 0)
                        .toArray());
        var floors = Floors.of(set, config.seed());
        rankers.putAll(floors);
        var evaluator = new Evaluator(set, Worth.of(config).examined(examination), config.seed());
        return new EvaluationResult(
                set.lists().size(),
                set.tellingLists(),
                set.rows().size(),
                set.readers(),
                set.rows().get(0).at(),
                set.rows().get(set.rows().size() - 1).at(),
                evaluator.drawn(),
                ScoredLists.RECALL,
                notes,
                evaluator.measure(rankers, floors.keySet()),
                explored.isEmpty()
                        ? List.of()
                        : scorers.entrySet().stream()
                                .map(one -> OffPolicy.of(one.getKey(), explored, one.getValue(), config.seed()))
                                .toList());
    }

    private Map<String, Function<FeatureVectors, Scorer>> scorers(String model) {
        var serving = models.serving();
        var scorers = new LinkedHashMap<String, Function<FeatureVectors, Scorer>>();
        // what serves is first: the others are compared with it
        scorers.put("serving: " + (serving.id() == null ? "the fallback" : serving.id()), models::serving);
        Stream.of(model, serving.challenger())
                .filter(other -> other != null && !other.equals(serving.id()))
                .distinct()
                .forEach(other -> {
                    var numbers = models.numbers(other);
                    scorers.put(other, values -> models.scorer(other, numbers, values));
                });
        if (serving.id() != null) {
            scorers.put("the fallback", models::fallback);
        }
        return scorers;
    }

    /** The last moment that a compared model learned from. */
    private Optional<Instant> learnedTo(String model) {
        var serving = models.serving();
        return Stream.of(model, serving.id(), serving.challenger())
                .filter(Objects::nonNull)
                .flatMap(id -> models.find(id).stream())
                .map(TrainedModel::trainedTo)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }
}
