package org.articlerecommender.training;

import java.util.Set;
import org.articlerecommender.ranking.Outcome;

/**
 * What each outcome is worth beside the others; what all together are worth is 1.
 *
 * @param examination how fast readers stop looking, as the power of the position that their answers fall with
 */
record Worth(double expand, double click, double save, double examination) {

    // one answer far down must not decide
    private static final double MOST = 5;

    Worth(double expand, double click, double save) {
        this(expand, click, save, 0);
    }

    static Worth of(TrainingConfig config) {
        var worth = config.worth();
        return new Worth(worth.expand(), worth.click(), worth.save());
    }

    Worth examined(double power) {
        return new Worth(expand, click, save, power);
    }

    /**
     * How much an answer counts when orders are compared: one over how likely readers look there. Without it whatever
     * ordered the lists would be credited with having been looked at (Joachims, Swaminathan and Schnabel, 2017).
     */
    double weight(TrainingRow row) {
        return Math.min(MOST, Math.pow(row.position(), examination));
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
