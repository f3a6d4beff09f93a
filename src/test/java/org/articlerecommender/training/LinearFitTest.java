package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.articlerecommender.ranking.Calibration;
import org.articlerecommender.ranking.Linear;
import org.articlerecommender.ranking.Outcome;
import org.junit.jupiter.api.Test;

class LinearFitTest {

    private final TrainingSet set = Lists.of(60, 20, 3, Lists::wants);
    private final double[][] rows = Matrix.of(set.rows(), Matrix.means(set));
    private final boolean[] answered = Learner.answers(set.rows(), Outcome.EXPAND);

    @Test
    void t7_findsWhatReadersWantAndIgnoresNoise() {
        var model = fit();

        assertThat(model.coefficient()[0]).isGreaterThan(1.5);
        assertThat(model.coefficient()[1]).isBetween(-0.4, 0.4);
    }

    @Test
    void scoresAreProbabilitiesThoughTheClassesWereBalanced() {
        double sum = 0;
        for (double odds : fit().logOdds(rows)) {
            sum += Calibration.sigmoid(odds);
        }

        assertThat(sum / rows.length).isCloseTo(set.positives() / (double) rows.length, within(0.04));
    }

    @Test
    void t6_drawsTheRarerClassAgainUntilBothAreEqual() {
        var balanced = LinearFit.balanced(answered, 42);

        assertThat(balanced).filteredOn(row -> answered[row]).hasSize((int) set.negatives());
        assertThat(balanced).filteredOn(row -> !answered[row]).hasSize((int) set.negatives());
        assertThat(LinearFit.balanced(answered, 42)).isEqualTo(balanced);
    }

    @Test
    void theSameRowsGiveTheSameNumbers() {
        assertThat(fit().coefficient()).isEqualTo(fit().coefficient());
    }

    @Test
    void aFeatureThatNeverVariedHasNoSay() {
        var odds = fit().logOdds(new double[][] {{10, 0, 7, 0}, {10, 0, 8, 0}});

        assertThat(odds[0]).isEqualTo(odds[1], within(0.1));
    }

    private Linear fit() {
        return LinearFit.of(rows, answered, 1, 42);
    }
}
