package org.articlerecommender.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import smile.stat.distribution.GaussianDistribution;
import smile.stat.distribution.TDistribution;

/** Measured figures, each with its bootstrap interval of 95 %. */
record Figures(
        Interval ndcg10, Interval recall, Interval auc, Interval map, Interval logLoss, Interval calibrationError) {

    record Interval(double value, double low, double high) {

        // from there on Student's t is the normal distribution
        private static final int MANY = 10_000;

        /**
         * Percentiles of a bootstrap, further out the fewer units were drawn from: of seven days the plain ones would
         * miss the truth more than twice as often as they claim (Hesterberg, 2015).
         *
         * @param drawn the figure in each round
         * @param units how many there were to draw from
         */
        static Interval of(double value, double[] drawn, long units) {
            var sorted = drawn.clone();
            Arrays.sort(sorted);
            double tail = tail(units);
            return new Interval(
                    value,
                    sorted[(int) (tail * (sorted.length - 1))],
                    sorted[(int) Math.ceil((1 - tail) * (sorted.length - 1))]);
        }

        private static double tail(long units) {
            if (units < 2) {
                return 0;
            }
            double t = new TDistribution((int) Math.min(units - 1, MANY)).quantile(0.025);
            return GaussianDistribution.getInstance().cdf(t * Math.sqrt(units / (units - 1.0)));
        }
    }

    static Figures of(Measured all, List<Measured> drawn, long units) {
        return new Figures(
                interval(all, drawn, units, Measured::ndcg10),
                interval(all, drawn, units, Measured::recall),
                interval(all, drawn, units, Measured::auc),
                interval(all, drawn, units, Measured::map),
                interval(all, drawn, units, Measured::logLoss),
                interval(all, drawn, units, Measured::calibrationError));
    }

    private static Interval interval(
            Measured all, List<Measured> drawn, long units, ToDoubleFunction<Measured> figure) {
        return Interval.of(
                figure.applyAsDouble(all), drawn.stream().mapToDouble(figure).toArray(), units);
    }
}
