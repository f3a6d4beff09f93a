package org.articlerecommender.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.articlerecommender.features.FeatureVectors;
import org.articlerecommender.ranking.Scorer;

/** The lists of a hold-out with one scorer's scores, ready to be measured again and again with lists drawn anew. */
final class ScoredLists {

    private static final int TENTHS = 10;
    private static final int TOP = 10;

    private final double[] scores;
    private final boolean[] opened;
    private final int[] list;
    private final int[] byScore;
    private final double[] ndcg;

    /** @param scorer what scores the rows of one list */
    ScoredLists(TrainingSet set, Function<FeatureVectors, Scorer> scorer) {
        var lists = set.lists();
        int size = set.rows().size();
        this.scores = new double[size];
        this.opened = new boolean[size];
        this.list = new int[size];
        this.ndcg = new double[lists.size()];
        int at = 0;
        for (int i = 0; i < ndcg.length; i++) {
            var rows = lists.get(i);
            var by = scorer.apply(set.values(rows));
            int from = at;
            for (var row : rows) {
                scores[at] = by.score(row.values());
                opened[at] = row.positive();
                list[at++] = i;
            }
            ndcg[i] = TrainingSet.tells(rows) ? ndcg(from, at) : Double.NaN;
        }
        this.byScore = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int lists() {
        return ndcg.length;
    }

    /** @param times how often each list counts */
    Measured measure(int[] times) {
        return new Measured(auc(times), logLoss(times), ndcg(times), calibrationError(times));
    }

    private double auc(int[] times) {
        double below = 0;
        double right = 0;
        double positives = 0;
        for (int from = 0; from < byScore.length; ) {
            double score = scores[byScore[from]];
            double tiedPositives = 0;
            double tiedNegatives = 0;
            int to = from;
            for (; to < byScore.length && scores[byScore[to]] == score; to++) {
                int weight = times[list[byScore[to]]];
                if (opened[byScore[to]]) {
                    tiedPositives += weight;
                } else {
                    tiedNegatives += weight;
                }
            }
            right += tiedPositives * (below + tiedNegatives / 2);
            below += tiedNegatives;
            positives += tiedPositives;
            from = to;
        }
        return positives == 0 || below == 0 ? 0.5 : right / (positives * below);
    }

    private double logLoss(int[] times) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < scores.length; i++) {
            double probability = Math.min(1 - 1e-6, Math.max(1e-6, scores[i]));
            sum -= times[list[i]] * Math.log(opened[i] ? probability : 1 - probability);
            count += times[list[i]];
        }
        return count == 0 ? 0 : sum / count;
    }

    private double ndcg(int[] times) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < ndcg.length; i++) {
            if (!Double.isNaN(ndcg[i])) {
                sum += times[i] * ndcg[i];
                count += times[i];
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private double calibrationError(int[] times) {
        var score = new double[TENTHS];
        var positive = new double[TENTHS];
        double count = 0;
        for (int i = 0; i < scores.length; i++) {
            int tenth = Math.min(TENTHS - 1, (int) (scores[i] * TENTHS));
            int weight = times[list[i]];
            score[tenth] += weight * scores[i];
            positive[tenth] += opened[i] ? weight : 0;
            count += weight;
        }
        double error = 0;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            error += Math.abs(score[tenth] - positive[tenth]);
        }
        return count == 0 ? 0 : error / count;
    }

    /** Over the rows of one list; rows that score alike keep the order in which they were shown. */
    private double ndcg(int from, int to) {
        var order = new ArrayList<>(IntStream.range(from, to).boxed().toList());
        order.sort(Comparator.comparingDouble((Integer row) -> scores[row]).reversed());
        double best = 0;
        double gain = 0;
        int positives =
                (int) IntStream.range(from, to).filter(row -> opened[row]).count();
        for (int i = 0; i < Math.min(TOP, order.size()); i++) {
            double worth = Math.log(2) / Math.log(i + 2);
            gain += opened[order.get(i)] ? worth : 0;
            best += i < positives ? worth : 0;
        }
        return gain / best;
    }

    static int[] once(int lists) {
        return IntStream.range(0, lists).map(i -> 1).toArray();
    }

    /** How often each list is drawn in each of several draws of as many lists as there are. */
    static List<int[]> draws(int lists, int rounds, Random random) {
        var draws = new ArrayList<int[]>();
        for (int round = 0; round < rounds; round++) {
            var times = new int[lists];
            for (int i = 0; i < lists; i++) {
                times[random.nextInt(lists)]++;
            }
            draws.add(times);
        }
        return draws;
    }
}
