package org.articlerecommender.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A new model beside what orders lists now, measured on the same lists.
 *
 * @param model the new one
 * @param baseline what orders now
 * @param difference the new one minus what orders now; drawn in pairs, so narrower than the two intervals suggest
 */
record Comparison(Figures model, Figures baseline, Figures difference) {

    /** A figure with its bootstrap interval of 95 %, over lists. */
    record Interval(double value, double low, double high) {}

    record Figures(Interval auc, Interval logLoss, Interval ndcg10, Interval calibrationError) {}

    private static final int ROUNDS = 400;

    static Comparison of(ScoredLists model, ScoredLists baseline, long seed) {
        var draws = ScoredLists.draws(model.lists(), ROUNDS, new Random(seed));
        var all = ScoredLists.once(model.lists());
        var modelDrawn = draws.stream().map(model::measure).toList();
        var baselineDrawn = draws.stream().map(baseline::measure).toList();
        var differences = new Measured[ROUNDS];
        Arrays.setAll(differences, i -> modelDrawn.get(i).minus(baselineDrawn.get(i)));
        var modelAll = model.measure(all);
        var baselineAll = baseline.measure(all);
        return new Comparison(
                figures(modelAll, modelDrawn),
                figures(baselineAll, baselineDrawn),
                figures(modelAll.minus(baselineAll), List.of(differences)));
    }

    /** Whether lists become better for certain by one measure of their order and not for certain worse by the other. */
    @JsonIgnore
    boolean isBetter() {
        boolean gains = difference.ndcg10.low > 0 || difference.auc.low > 0;
        boolean loses = difference.ndcg10.high < 0 || difference.auc.high < 0;
        return gains && !loses;
    }

    private static Figures figures(Measured all, List<Measured> drawn) {
        return new Figures(
                interval(all, drawn, Measured::auc),
                interval(all, drawn, Measured::logLoss),
                interval(all, drawn, Measured::ndcg10),
                interval(all, drawn, Measured::calibrationError));
    }

    private static Interval interval(Measured all, List<Measured> drawn, ToDoubleFunction<Measured> figure) {
        var sorted = drawn.stream().mapToDouble(figure).sorted().toArray();
        return new Interval(
                figure.applyAsDouble(all),
                sorted[(int) (0.025 * (sorted.length - 1))],
                sorted[(int) Math.ceil(0.975 * (sorted.length - 1))]);
    }
}
