package org.articlerecommender.training;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The share of pairs of an answered and an unanswered row that are in the right order; a tie counts half. */
final class Auc {

    private Auc() {}

    /** 0.5 when there are no such pairs. */
    static double of(double[] scores, boolean[] answered) {
        return weighted(
                scores,
                IntStream.range(0, answered.length)
                        .mapToDouble(i -> answered[i] ? 1 : 0)
                        .toArray());
    }

    /** @param answered how much the answer to each row counts; 0 for a row without one */
    static double weighted(double[] scores, double[] answered) {
        var order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double below = 0;
        double right = 0;
        double positives = 0;
        for (int from = 0, to; from < order.length; from = to) {
            double yes = 0;
            double no = 0;
            for (to = from; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
                yes += answered[order[to]];
                no += answered[order[to]] > 0 ? 0 : 1;
            }
            right += yes * (below + no / 2);
            below += no;
            positives += yes;
        }
        return positives == 0 || below == 0 ? 0.5 : right / (positives * below);
    }
}
