package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.articlerecommender.ranking.Calibration;
import org.junit.jupiter.api.Test;
import smile.classification.GradientTreeBoost;
import smile.data.Tuple;

class TreeFitTest {

    private static final int WIDTH = 7;

    private final TrainingConfig config = Lists.config();
    private final Random random = new Random(5);
    private final double[][] rows = rows(1500);
    private final boolean[] answered = answers(rows);

    @Test
    void flatTreesScoreAsSmilePredicts() {
        var smile = TreeFit.fit(rows, answered, config);
        var flat = SmileTrees.flat(smile, config.treeDepth(), config.shrinkage(), WIDTH);

        // 501: some rows go four at a time, the last alone
        var fresh = rows(501);
        var odds = flat.logOdds(fresh);

        flat.check(WIDTH);
        for (int i = 0; i < fresh.length; i++) {
            assertThat(Calibration.sigmoid(odds[i])).isCloseTo(smile(smile, fresh[i]), within(1e-12));
        }
    }

    @Test
    void valuesOnAThresholdGoTheWayTheyGoInSmile() {
        var smile = TreeFit.fit(rows, answered, config);
        var flat = SmileTrees.flat(smile, config.treeDepth(), config.shrinkage(), WIDTH);

        for (int node = 0; node < flat.feature().length; node += 7) {
            if (flat.threshold()[node] < Double.MAX_VALUE) {
                var row = new double[WIDTH];
                row[flat.feature()[node]] = flat.threshold()[node];
                var next = row.clone();
                next[flat.feature()[node]] = Math.nextUp(flat.threshold()[node]);

                var odds = flat.logOdds(new double[][] {row, next});

                assertThat(Calibration.sigmoid(odds[0])).isCloseTo(smile(smile, row), within(1e-12));
                assertThat(Calibration.sigmoid(odds[1])).isCloseTo(smile(smile, next), within(1e-12));
            }
        }
    }

    @Test
    void findsWhatALineCannot() {
        var trees = TreeFit.of(rows, answered, config);
        var line = LinearFit.of(rows, answered, 1, 42);
        var later = rows(800);

        double treesAuc = Auc.of(trees.logOdds(later), answers(later));
        double lineAuc = Auc.of(line.logOdds(later), answers(later));

        assertThat(treesAuc).isGreaterThan(0.8).isGreaterThan(lineAuc + 0.1);
    }

    @Test
    void theSameRowsGiveTheSameTrees() {
        var one = TreeFit.of(rows, answered, config);
        var two = TreeFit.of(rows, answered, config);

        assertThat(one.threshold()).isEqualTo(two.threshold());
        assertThat(one.leaf()).isEqualTo(two.leaf());
    }

    private static double smile(GradientTreeBoost model, double[] row) {
        var both = new double[2];
        model.predict(Tuple.of(row, model.schema()), both);
        return both[1];
    }

    private double[][] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.doubles(WIDTH, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    /** Readers who want two values of one sign, which no weighted sum can tell. */
    private boolean[] answers(double[][] rows) {
        var answers = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            answers[i] = random.nextDouble() < (rows[i][0] * rows[i][1] > 0 ? 0.8 : 0.1);
        }
        return answers;
    }
}
