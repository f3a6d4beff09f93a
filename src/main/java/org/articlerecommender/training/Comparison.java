package org.articlerecommender.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;

/**
 * A new model beside what orders lists now, measured on the same lists.
 *
 * @param drawn what the intervals were drawn over, as {@link Draws#unit} names it
 * @param model the new one
 * @param baseline what orders now
 * @param difference the new one minus what orders now; drawn in pairs, so narrower than the two intervals suggest
 */
record Comparison(String drawn, Figures model, Figures baseline, Figures difference) {

    static Comparison of(ScoredLists model, ScoredLists baseline, Draws draws) {
        var modelDrawn = draws.rounds().stream().map(model::measure).toList();
        var baselineDrawn = draws.rounds().stream().map(baseline::measure).toList();
        var differences = new ArrayList<Measured>();
        for (int i = 0; i < modelDrawn.size(); i++) {
            differences.add(modelDrawn.get(i).minus(baselineDrawn.get(i)));
        }
        var once = Draws.once(model.lists());
        var modelAll = model.measure(once);
        var baselineAll = baseline.measure(once);
        return new Comparison(
                draws.unit(),
                Figures.of(modelAll, modelDrawn, draws.units()),
                Figures.of(baselineAll, baselineDrawn, draws.units()),
                Figures.of(modelAll.minus(baselineAll), differences, draws.units()));
    }

    /** Whether lists become better for certain by one measure of their order and not for certain worse by the other. */
    @JsonIgnore
    boolean isBetter() {
        boolean gains = difference.ndcg10().low() > 0 || difference.auc().low() > 0;
        return gains && !isWorse();
    }

    /** Whether lists become worse for certain by a measure of their order. */
    @JsonIgnore
    boolean isWorse() {
        return difference.ndcg10().high() < 0 || difference.auc().high() < 0;
    }
}
