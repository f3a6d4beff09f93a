package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Scorer;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final TrainingSet set = Lists.of(80, 15, 9, Lists::wants);

    @Test
    void findsTheBetterOfTwo() {
        var compared = compare(Lists::wants, values -> 0.5);

        assertThat(compared.isBetter()).isTrue();
        assertThat(compared.difference().auc().low()).isPositive();
        assertThat(compared.baseline().auc().value()).isEqualTo(0.5);
    }

    @Test
    void isNotBetterThanItself() {
        assertThat(compare(Lists::wants, Lists::wants).isBetter()).isFalse();
    }

    @Test
    void isNotBetterWhenWorse() {
        assertThat(compare(values -> 1 / (1 + Math.exp(-values[1])), Lists::wants)
                        .isBetter())
                .isFalse();
    }

    @Test
    void figuresLieInTheirIntervals() {
        var ndcg = compare(Lists::wants, values -> 0.5).model().ndcg10();

        assertThat(ndcg.value()).isBetween(ndcg.low(), ndcg.high());
        assertThat(ndcg.high() - ndcg.low()).isPositive();
    }

    @Test
    void measuresAsTheDefinitionsSay() {
        // scores 0.9 0.8 0.7 0.2, opened: the second and the last
        var lists = new ScoredLists(
                small(new double[] {0.9, 0.8, 0.7, 0.2}, false, true, false, true),
                ignored -> scorer(values -> values[0]));

        var measured = lists.measure(ScoredLists.once(1));

        assertThat(measured.auc()).isEqualTo(1 / 4.0);
        double ideal = 1 + 1 / log2(3);
        assertThat(measured.ndcg10()).isCloseTo((1 / log2(3) + 1 / log2(5)) / ideal, within(1e-12));
        assertThat(measured.logLoss())
                .isCloseTo(-(Math.log(0.1) + Math.log(0.8) + Math.log(0.3) + Math.log(0.2)) / 4, within(1e-12));
        assertThat(measured.calibrationError()).isCloseTo((0.9 + 0.2 + 0.7 + 0.8) / 4, within(1e-12));
    }

    @Test
    void aTieCountsHalf() {
        var lists =
                new ScoredLists(small(new double[] {0.5, 0.5}, true, false), ignored -> scorer(values -> values[0]));

        assertThat(lists.measure(ScoredLists.once(1)).auc()).isEqualTo(0.5);
    }

    private Comparison compare(ToDoubleFunction<double[]> model, ToDoubleFunction<double[]> baseline) {
        return Comparison.of(
                new ScoredLists(set, values -> scorer(model)), new ScoredLists(set, values -> scorer(baseline)), 1);
    }

    private static TrainingSet small(double[] scores, boolean... opened) {
        var rows = new java.util.ArrayList<TrainingRow>();
        for (int i = 0; i < scores.length; i++) {
            rows.add(new TrainingRow(
                    new UUID(1, 1), new ReaderId("ada"), Instant.EPOCH, i + 1, new double[] {scores[i]}, opened[i]));
        }
        return new TrainingSet(List.of("a:score"), rows);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static Scorer scorer(ToDoubleFunction<double[]> score) {
        return new Scorer() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public double score(double[] values) {
                return score.applyAsDouble(values);
            }

            @Override
            public double[] contributions(double[] values) {
                return new double[values.length];
            }
        };
    }
}
