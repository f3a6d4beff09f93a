package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.articlerecommender.ranking.Calibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationFitTest {

    private final Random random = new Random(3);

    /** The log-odds claim three times what is true. */
    private final double[] claimed = random.doubles(6000, -6, 2).map(z -> 3 * z).toArray();

    private final boolean[] answered = answers(claimed);

    @Test
    void plattFindsHowMuchWasOverstated() {
        var fitted = CalibrationFit.platt(claimed, answered);

        assertThat(fitted.slope()).isCloseTo(1 / 3.0, within(0.05));
        assertThat(fitted.offset()).isCloseTo(0, within(0.2));
    }

    @Test
    void aLineMakesProbabilitiesComeTrue() {
        var fitted = CalibrationFit.isotonic(claimed, answered);
        fitted.check();
        var later = random.doubles(6000, -6, 2).map(z -> 3 * z).toArray();
        var came = answers(later);

        double before = error(Calibration.NONE, later, came);
        double after = error(fitted, later, came);

        assertThat(before).isGreaterThan(0.05);
        assertThat(after).isLessThan(0.03);
    }

    @Test
    void neitherChangesAnOrder() {
        for (var fitted :
                new Calibration[] {CalibrationFit.platt(claimed, answered), CalibrationFit.isotonic(claimed, answered)
                }) {
            for (double z = -5; z < 5; z += 0.1) {
                assertThat(fitted.probability(z)).isLessThanOrEqualTo(fitted.probability(z + 0.1));
            }
        }
    }

    @Test
    void drawsALineOnlyThroughAnswersEnough() {
        assertThat(CalibrationFit.of(claimed, answered)).isInstanceOf(Calibration.Isotonic.class);
        assertThat(CalibrationFit.of(new double[] {1, -1, 2}, new boolean[] {true, false, true}))
                .isInstanceOf(Calibration.Platt.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void staysUsableWhenAllAnswersAreAlike(boolean answer) {
        var alike = new boolean[50];
        Arrays.fill(alike, answer);
        var odds = random.doubles(50, -3, 3).toArray();

        var fitted = CalibrationFit.of(odds, alike);

        fitted.check();
        assertThat(fitted.probability(0)).isBetween(answer ? 0.8 : 0.0, answer ? 1 : 0.2);
    }

    @Test
    void oddsThatPointTheWrongWayAreFlattenedAndNotTurned() {
        var wrong = new double[claimed.length];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = -claimed[i];
        }

        var fitted = CalibrationFit.platt(wrong, answered);

        fitted.check();
        assertThat(fitted.slope()).isLessThan(0.01);
    }

    private static double error(Calibration calibration, double[] odds, boolean[] came) {
        var foretold = new double[odds.length];
        for (int i = 0; i < odds.length; i++) {
            foretold[i] = calibration.probability(odds[i]);
        }
        return Reliability.of(foretold, came).error();
    }

    private boolean[] answers(double[] claimed) {
        var answers = new boolean[claimed.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = random.nextDouble() < Calibration.sigmoid(claimed[i] / 3);
        }
        return answers;
    }
}
