package org.articlerecommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FallbackTest {

    private static final List<String> NAMES = List.of(
            ServedFeatures.QUERY_SIMILARITY,
            ServedFeatures.TITLE_SIMILARITY,
            ServedFeatures.AGE,
            ServedFeatures.ACTION_RATE,
            ServedFeatures.INTEREST);

    @Test
    void m4_scoresTheSigmoidOfTheSumOfBothSimilarities() {
        var row = new double[] {0.3, 0.5, 1, 0.05, 0};

        var scorer = over(row);

        assertThat(scorer.id()).isEqualTo("similarity");
        assertThat(scorer.score(row)).isCloseTo(1 / (1 + Math.exp(-0.8)), within(1e-12));
    }

    @Test
    void takesTheInterestForTheTitlesOnceSomethingWasLiked() {
        var row = new double[] {0.3, 0.5, 1, 0.05, 0.9};

        var scorer = over(row);

        assertThat(scorer.id()).isEqualTo("similarity-and-interest");
        assertThat(scorer.score(row)).isCloseTo((1 / (1 + Math.exp(-0.3)) + 0.9) / 2, within(1e-12));
    }

    @Test
    void a8_givesTheUnknownReaderWhatIsNewAndRead() {
        var fresh = new double[] {0, 0, 0, 0.05, 0};
        var old = new double[] {0, 0, 9, 0.05, 0};
        var oldAndRead = new double[] {0, 0, 9, 0.5, 0};

        var scorer = over(fresh, old, oldAndRead);

        assertThat(scorer.id()).isEqualTo("newest-and-most-read");
        assertThat(scorer.score(fresh)).isGreaterThan(scorer.score(oldAndRead));
        assertThat(scorer.score(oldAndRead)).isGreaterThan(scorer.score(old));
    }

    @Test
    void whatNobodyKnowsCountsAsNothing() {
        var row = new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};

        assertThat(over(row).score(row)).isBetween(0.0, 1.0);
        assertThat(over(row).id()).isEqualTo("newest-and-most-read");
    }

    @Test
    void saysWhichFeatureAddedHowMuch() {
        var row = new double[] {0.3, 0.5, 1, 0.05, 0};

        var added = over(row).contributions(row);

        assertThat(added[0]).isCloseTo(0.3, within(1e-9));
        assertThat(added[1]).isCloseTo(0.5, within(1e-9));
        assertThat(added[2]).isZero();
    }

    private static Fallback over(double[]... rows) {
        return Fallback.over(NAMES, rows);
    }
}
