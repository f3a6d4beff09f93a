package org.articlerecommender.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.TrainedModel.State;

/** Lets readers decide: promotes a challenger that they prefer, and takes a model back under which they answer less. */
@ApplicationScoped
class WatchJob implements Job {

    private final LiveLists live;
    private final ModelRegistry models;
    private final LiveConfig config;
    private final Clock clock;

    WatchJob(LiveLists live, ModelRegistry models, LiveConfig config, Clock clock) {
        this.live = live;
        this.models = models;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String purpose() {
        return "Looks at what readers answer live: promotes a challenger they prefer, rolls back where they answer less.";
    }

    @Override
    public JobOutcome run(Progress progress) {
        var standing = live.now();
        var said = new ArrayList<String>();
        boolean changed = standing.trial() != null && decide(standing.trial(), said);
        if (standing.rate() != null && !changed) {
            changed = judge(standing.rate(), said);
        }
        if (said.isEmpty()) {
            said.add("The fallback orders lists; there is no model to watch.");
        }
        var sentence = String.join(" ", said);
        return changed ? JobOutcome.warned("%s", sentence) : JobOutcome.done("%s", sentence);
    }

    /** @return whether another model orders lists now */
    private boolean decide(Trial trial, List<String> said) {
        var figures = "won %d of %d decided days of readers (%s)"
                .formatted(trial.wins(), trial.decided(), percent(trial.low(), trial.high()));
        var since = models.find(trial.challenger()).orElseThrow().decidedAt();
        if (trial.decided() >= config.leastVerdicts() && trial.low() > 0.5) {
            models.promote(trial.challenger(), "Readers prefer it: it " + figures);
            said.add("%s was promoted: it %s.".formatted(trial.challenger(), figures));
            return true;
        }
        if (trial.decided() >= config.leastVerdicts() && trial.high() < 0.5) {
            models.withdraw(trial.challenger(), "Readers do not prefer it: it " + figures);
            said.add("%s no longer challenges: it %s.".formatted(trial.challenger(), figures));
        } else if (since.isBefore(clock.instant().minus(config.trial()))) {
            models.withdraw(trial.challenger(), "Readers did not decide: it " + figures);
            said.add("%s no longer challenges, its time is over: it %s.".formatted(trial.challenger(), figures));
        } else {
            said.add("%s challenges: it %s.".formatted(trial.challenger(), figures));
        }
        return false;
    }

    private boolean judge(LiveRate rate, List<String> said) {
        var figures = "%s of %d lines answered since it was promoted beside %s of %d before (change %s)"
                .formatted(
                        percent(rate.after()),
                        rate.linesAfter(),
                        percent(rate.before()),
                        rate.linesBefore(),
                        percent(rate.changeLow(), rate.changeHigh()));
        if (!rate.fell(config.leastLines())) {
            said.add("%s orders lists: %s.".formatted(rate.model(), figures));
            return false;
        }
        models.rollback(rate.model(), "Readers answer less: " + figures);
        var after = live.placed(State.ACTIVE).map(one -> one.id()).orElse("the fallback");
        said.add("%s was rolled back to %s: %s.".formatted(rate.model(), after, figures));
        return true;
    }

    private static String percent(double low, double high) {
        return percent(low) + " to " + percent(high);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
