package org.articlerecommender.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.articlerecommender.events.Experiments;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.TrainedModel;
import org.articlerecommender.ranking.TrainedModel.State;

/** How the models in live lists do, as readers answer them. */
@ApplicationScoped
public class LiveLists {

    /**
     * @param trial of the challenger; null while there is none
     * @param rate since the last promotion; null while the fallback orders
     */
    public record Standing(Trial trial, LiveRate rate) {}

    private final ModelRegistry models;
    private final Experiments experiments;
    private final LiveConfig config;
    private final TrainingConfig training;
    private final Clock clock;

    LiveLists(ModelRegistry models, Experiments experiments, LiveConfig config, TrainingConfig training, Clock clock) {
        this.models = models;
        this.experiments = experiments;
        this.config = config;
        this.training = training;
        this.clock = clock;
    }

    public Standing now() {
        return new Standing(
                placed(State.CHALLENGER).map(this::trial).orElse(null),
                placed(State.ACTIVE).map(this::rate).orElse(null));
    }

    Optional<TrainedModel> placed(State role) {
        return models.all().stream().filter(one -> one.state() == role).findFirst();
    }

    private Trial trial(TrainedModel challenger) {
        // the fallback has a name for each of its forms, and each reader may get another
        var champion = placed(State.ACTIVE).map(TrainedModel::id).orElse(null);
        return Trial.of(
                champion, challenger.id(), experiments.verdicts(champion, challenger.id(), challenger.decidedAt()));
    }

    private LiveRate rate(TrainedModel active) {
        var promoted = active.decidedAt();
        return LiveRate.of(
                active.id(),
                experiments.shown(promoted.minus(config.window()), promoted),
                experiments.shown(promoted, clock.instant()),
                training.seed());
    }
}
