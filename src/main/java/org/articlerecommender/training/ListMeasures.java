package org.articlerecommender.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The figures of one list in the order of its scores. Rows that score alike stand in an order that follows from their
 * articles: in the order shown, a scorer that tells nothing would be credited with the choice of the one that did. A
 * list that does not tell has NaN for each.
 *
 * @param weight how much nDCG and AUC count beside those of other lists: the mean weight of the list's answers. Within a
 *     list of one answer its weight cancels out; counting all lists alike would credit whatever ordered them
 */
record ListMeasures(double ndcg10, double recall, double auc, double map, double weight) {

    private static final int TOP = 10;
    private static final ListMeasures NOTHING = new ListMeasures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);

    static ListMeasures of(List<TrainingRow> list, double[] scores, Worth worth) {
        if (!TrainingSet.tells(list)) {
            return NOTHING;
        }
        var order = order(list, scores);
        var ideal = list.stream()
                .mapToDouble(row -> -worth.of(row.outcomes()) * worth.weight(row))
                .sorted()
                .map(one -> -one)
                .toArray();
        var gains = new double[order.length];
        var answered = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            var row = list.get(order[i]);
            gains[i] = worth.of(row.outcomes()) * worth.weight(row);
            answered[i] = row.positive();
        }
        var weights = list.stream()
                .mapToDouble(row -> row.positive() ? worth.weight(row) : 0)
                .toArray();
        return new ListMeasures(
                discounted(gains) / discounted(ideal),
                recall(answered),
                Auc.weighted(scores, weights),
                precision(answered),
                Arrays.stream(weights).sum() / count(answered, answered.length));
    }

    /** The rows, best first. */
    static int[] order(List<TrainingRow> list, double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -scores[row])
                        .thenComparing(row -> lot(list.get(row))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long lot(TrainingRow row) {
        long mixed = row.article().value().hashCode() * 0x9E3779B97F4A7C15L
                ^ row.ranking().getLeastSignificantBits();
        return mixed * 0xBF58476D1CE4E5B9L;
    }

    private static double discounted(double[] gains) {
        double sum = 0;
        for (int i = 0; i < Math.min(TOP, gains.length); i++) {
            sum += gains[i] * Math.log(2) / Math.log(i + 2);
        }
        return sum;
    }

    private static double recall(boolean[] answered) {
        double all = count(answered, answered.length);
        return count(answered, Math.min(ScoredLists.RECALL, answered.length)) / all;
    }

    private static double precision(boolean[] answered) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < answered.length; i++) {
            if (answered[i]) {
                sum += ++found / (i + 1.0);
            }
        }
        return sum / found;
    }

    private static long count(boolean[] answered, int to) {
        return IntStream.range(0, to).filter(i -> answered[i]).count();
    }
}
