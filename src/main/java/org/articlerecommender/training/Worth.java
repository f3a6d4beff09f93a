package org.articlerecommender.training;

import java.util.Set;
import org.articlerecommender.ranking.Outcome;

/** What each outcome is worth beside the others; what all together are worth is 1. */
record Worth(double expand, double click, double save) {

    static final Worth EQUAL = new Worth(1, 1, 1);

    static Worth of(TrainingConfig config) {
        var worth = config.worth();
        return new Worth(worth.expand(), worth.click(), worth.save());
    }

    double share(Outcome outcome) {
        double own = switch (outcome) {
            case EXPAND -> expand;
            case CLICK -> click;
            case SAVE -> save;
        };
        return own / (expand + click + save);
    }

    double of(Set<Outcome> outcomes) {
        return outcomes.stream().mapToDouble(this::share).sum();
    }
}
