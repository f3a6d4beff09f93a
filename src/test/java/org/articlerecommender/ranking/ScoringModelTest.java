package org.articlerecommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringModelTest {

    private static final Linear LINE = new Linear(new double[] {2, 0}, new double[] {4, 1}, new double[] {3, -0.0}, -1);

    /** Up to 1 in the first feature is worth -1; above it, the second decides between 2 and 4 at 0. */
    private static final Trees TREES =
            new Trees(2, new int[] {0, 0, 1}, new double[] {1, Double.MAX_VALUE, 0}, new double[] {-1, -1, 2, 4}, 0.5);

    private static final ScoringModel MODEL = model(
            new ScoringModel.Task(Outcome.EXPAND, 0.25, LINE, new Calibration.Platt(2, 1)),
            new ScoringModel.Task(
                    Outcome.SAVE, 0.75, TREES, new Calibration.Isotonic(new double[] {0, 0.5, 1}, new double[] {
                        0, 0.2, 1
                    })));

    @Test
    void m3_scoresTheSigmoidOfTheLinearSum() {
        var model = model(new ScoringModel.Task(Outcome.EXPAND, 1, LINE, Calibration.NONE));

        assertThat(model.score(new double[] {6, 5})).isCloseTo(1 / (1 + Math.exp(1 - 3)), within(1e-12));
    }

    @Test
    void treesSendWhatEqualsTheThresholdToTheFirstBranch() {
        assertThat(TREES.logOdds(new double[][] {{1, 0}, {1.1, 0}, {1.1, 0.1}, {9, -9}, {-3, 3}}))
                .containsExactly(-0.5, 2.5, 4.5, 2.5, -0.5);
    }

    @Test
    void theScoreIsTheWeightedSumOfCalibratedProbabilities() {
        double expand = Calibration.sigmoid(2 * 2 + 1);
        double raw = Calibration.sigmoid(4.5);
        double save = 0.2 + 0.8 * (raw - 0.5) / 0.5;

        assertThat(MODEL.score(new double[] {6, 5})).isCloseTo(0.25 * expand + 0.75 * save, within(1e-12));
    }

    @Test
    void contributionsTellWhatEachValueChanges() {
        var added = MODEL.contributions(new double[] {6, -1});

        assertThat(added[0]).isPositive();
        assertThat(added[1]).isZero();
    }

    @Test
    void aMissingValueCountsAsTheFill() {
        assertThat(MODEL.score(new double[] {Double.NaN, 1})).isEqualTo(MODEL.score(new double[] {2, 1}));
    }

    @Test
    void comesBackFromJsonAsItWas() throws Exception {
        var json = new ObjectMapper();

        var back = json.readValue(json.writeValueAsString(MODEL), ScoringModel.class);

        assertThat(back.digest()).isEqualTo(MODEL.digest());
        assertThat(back.score(new double[] {3, 4})).isEqualTo(MODEL.score(new double[] {3, 4}));
    }

    @Test
    void anotherNumberGivesAnotherDigest() {
        var other = new Trees(2, TREES.feature(), TREES.threshold(), new double[] {-1, -1, 2, 4.0000001}, 0.5);

        assertThat(model(new ScoringModel.Task(Outcome.SAVE, 1, other, Calibration.NONE))
                        .digest())
                .isNotEqualTo(model(new ScoringModel.Task(Outcome.SAVE, 1, TREES, Calibration.NONE))
                        .digest());
    }

    static Stream<Predictor> unusable() {
        return Stream.of(
                new Linear(new double[] {0, 0}, new double[] {0, 1}, new double[] {1, 1}, 0),
                new Linear(new double[] {0, 0}, new double[] {1, 1}, new double[] {1, Double.NaN}, 0),
                new Linear(new double[] {0}, new double[] {1}, new double[] {1}, 0),
                new Linear(null, new double[] {1, 1}, new double[] {1, 1}, 0),
                new Trees(2, new int[] {0, 0, 2}, new double[3], new double[4], 0),
                new Trees(2, new int[] {0, 0, -1}, new double[3], new double[4], 0),
                new Trees(2, new int[3], new double[3], new double[3], 0),
                new Trees(2, new int[3], new double[2], new double[4], 0),
                new Trees(40, new int[3], new double[3], new double[4], 0),
                new Trees(1, new int[1], new double[1], new double[] {0, Double.POSITIVE_INFINITY}, 0));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesNumbersThatCannotScore(Predictor predictor) {
        var task = new ScoringModel.Task(Outcome.EXPAND, 1, predictor, Calibration.NONE);

        assertThatThrownBy(() -> model(task)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWeightsThatAreNotShares() {
        var task = new ScoringModel.Task(Outcome.EXPAND, 0.7, LINE, Calibration.NONE);

        assertThatThrownBy(() -> model(task, task)).hasMessageContaining("weights");
    }

    private static ScoringModel model(ScoringModel.Task... tasks) {
        return new ScoringModel(
                List.of(new ScoringModel.Feature("a:x", "1", 2), new ScoringModel.Feature("a:y", "2", 0)),
                List.of(tasks));
    }
}
