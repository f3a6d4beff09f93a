package org.articlerecommender.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.articlerecommender.platform.StoreUnavailable;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.training.Evaluations;
import org.articlerecommender.training.LiveLists;

/** The models, how they do in live lists, and what was measured, for the operator. */
@Singleton
class ModelBoard {

    private static final int MODELS = 10;
    private static final int EVALUATIONS = 5;

    /**
     * @param live null while the store does not answer
     * @param evaluations the newest first
     */
    public record Board(
            ModelRegistry.Serving serving,
            List<ModelRow> models,
            LiveLists.Standing live,
            List<EvaluationRow> evaluations) {}

    private final ModelRegistry models;
    private final LiveLists live;
    private final Evaluations evaluations;

    ModelBoard(ModelRegistry models, LiveLists live, Evaluations evaluations) {
        this.models = models;
        this.live = live;
        this.evaluations = evaluations;
    }

    /** @param answers whether PostgreSQL does; without it only what serves is told */
    Board of(boolean answers) {
        if (!answers) {
            return new Board(models.serving(), List.of(), null, List.of());
        }
        return new Board(
                models.serving(),
                known(
                        () -> models.all().stream()
                                .limit(MODELS)
                                .map(ModelRow::of)
                                .toList(),
                        List.of()),
                known(live::now, null),
                known(
                        () -> evaluations.newest(EVALUATIONS).stream()
                                .map(EvaluationRow::of)
                                .toList(),
                        List.of()));
    }

    private static <T> T known(Supplier<T> ask, T otherwise) {
        try {
            return ask.get();
        } catch (StoreUnavailable e) {
            return otherwise;
        }
    }
}
