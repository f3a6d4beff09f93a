package org.articlerecommender.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.articlerecommender.features.FeatureVectors;
import org.articlerecommender.ranking.Scorer;

/** The lists of a hold-out with one scorer's scores, ready to be measured again and again with lists drawn anew. */
final class ScoredLists {

    /** How many places recall looks at. */
    static final int RECALL = 20;

    private static final int TENTHS = 10;

    /** What gives the rows of one list their scores. */
    @FunctionalInterface
    interface ListScorer {

        double[] scores(List<TrainingRow> list);

        static ListScorer by(TrainingSet set, Function<FeatureVectors, Scorer> scorer) {
            return list -> {
                var values = set.values(list);
                return scorer.apply(values).scores(values.rows());
            };
        }
    }

    private final List<ListMeasures> measures = new ArrayList<>();
    private final double[] scores;
    private final double[] worths;
    private final double[] losses;
    private final int[] list;
    private final int[] tenth;

    ScoredLists(TrainingSet set, Worth worth, ListScorer scorer) {
        int size = set.rows().size();
        this.scores = new double[size];
        this.worths = new double[size];
        this.list = new int[size];
        int at = 0;
        for (var rows : set.lists()) {
            var scored = scorer.scores(rows);
            for (int i = 0; i < scored.length; i++) {
                scores[at] = scored[i];
                worths[at] = worth.of(rows.get(i).outcomes());
                list[at++] = measures.size();
            }
            measures.add(ListMeasures.of(rows, scored, worth));
        }
        this.losses = losses();
        this.tenth = tenths(scores);
    }

    private static int[] tenths(double[] scores) {
        var order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .toList();
        var tenth = new int[scores.length];
        for (int i = 0; i < tenth.length; i++) {
            tenth[order.get(i)] = (int) ((long) i * TENTHS / tenth.length);
        }
        return tenth;
    }

    int lists() {
        return measures.size();
    }

    /** @param times how often each list counts */
    Measured measure(int[] times) {
        return new Measured(
                mean(times, ListMeasures::ndcg10, ListMeasures::weight),
                mean(times, ListMeasures::recall, alike -> 1),
                mean(times, ListMeasures::auc, ListMeasures::weight),
                mean(times, ListMeasures::map, alike -> 1),
                logLoss(times),
                calibrationError(times));
    }

    /** How far scores come true: the mean score of each tenth of the rows beside what those turned out to be worth. */
    Reliability reliability() {
        return Reliability.of(scores, worths);
    }

    private double mean(int[] times, ToDoubleFunction<ListMeasures> figure, ToDoubleFunction<ListMeasures> weight) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < times.length; i++) {
            double value = figure.applyAsDouble(measures.get(i));
            if (times[i] > 0 && !Double.isNaN(value)) {
                double counts = times[i] * weight.applyAsDouble(measures.get(i));
                sum += counts * value;
                count += counts;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The log loss of each row. */
    private double[] losses() {
        var losses = new double[scores.length];
        for (int i = 0; i < losses.length; i++) {
            double score = Math.min(1 - 1e-6, Math.max(1e-6, scores[i]));
            losses[i] = -worths[i] * Math.log(score) - (1 - worths[i]) * Math.log(1 - score);
        }
        return losses;
    }

    private double logLoss(int[] times) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < losses.length; i++) {
            sum += times[list[i]] * losses[i];
            count += times[list[i]];
        }
        return count == 0 ? 0 : sum / count;
    }

    private double calibrationError(int[] times) {
        var off = new double[TENTHS];
        double count = 0;
        for (int i = 0; i < scores.length; i++) {
            int weight = times[list[i]];
            off[tenth[i]] += weight * (scores[i] - worths[i]);
            count += weight;
        }
        double error = 0;
        for (double one : off) {
            error += Math.abs(one);
        }
        return count == 0 ? 0 : error / count;
    }
}
