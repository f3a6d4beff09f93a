package org.articlerecommender.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Measured figures, each with its bootstrap interval of 95 %. */
record Figures(
        Interval ndcg10, Interval recall, Interval auc, Interval map, Interval logLoss, Interval calibrationError) {

    record Interval(double value, double low, double high) {

        /** @param drawn the figure in each round of a bootstrap */
        static Interval of(double value, double[] drawn) {
            var sorted = drawn.clone();
            Arrays.sort(sorted);
            return new Interval(
                    value,
                    sorted[(int) (0.025 * (sorted.length - 1))],
                    sorted[(int) Math.ceil(0.975 * (sorted.length - 1))]);
        }
    }

    static Figures of(Measured all, List<Measured> drawn) {
        return new Figures(
                interval(all, drawn, Measured::ndcg10),
                interval(all, drawn, Measured::recall),
                interval(all, drawn, Measured::auc),
                interval(all, drawn, Measured::map),
                interval(all, drawn, Measured::logLoss),
                interval(all, drawn, Measured::calibrationError));
    }

    private static Interval interval(Measured all, List<Measured> drawn, ToDoubleFunction<Measured> figure) {
        return Interval.of(
                figure.applyAsDouble(all), drawn.stream().mapToDouble(figure).toArray());
    }
}
