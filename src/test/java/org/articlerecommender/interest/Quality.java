package org.articlerecommender.interest;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How well an order by score serves what was wanted; equal scores keep the order of the candidates. */
record Quality(boolean[] hits) {

    static Quality of(double[] scores, boolean[] wanted) {
        var order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .toList();
        var hits = new boolean[wanted.length];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = wanted[order.get(i)];
        }
        return new Quality(hits);
    }

    double ndcg(int k) {
        double gain = 0;
        double ideal = 0;
        int all = count(hits.length);
        for (int i = 0; i < Math.min(k, hits.length); i++) {
            double worth = Math.log(2) / Math.log(i + 2);
            gain += hits[i] ? worth : 0;
            ideal += i < all ? worth : 0;
        }
        return gain / ideal;
    }

    double recall(int k) {
        return count(k) / (double) count(hits.length);
    }

    /** The share of pairs of a wanted and another one that stand in the right order. */
    double auc() {
        long right = 0;
        int above = 0;
        for (boolean hit : hits) {
            above += hit ? 1 : 0;
            right += hit ? 0 : above;
        }
        return right / (double) above / (hits.length - above);
    }

    private int count(int k) {
        return (int) IntStream.range(0, Math.min(k, hits.length))
                .filter(i -> hits[i])
                .count();
    }
}
