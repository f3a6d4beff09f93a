package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QualityTest {

    @Test
    void aPerfectOrderHasTheHighestFigures() {
        var quality = Quality.of(new double[] {0.9, 0.1, 0.8}, new boolean[] {true, false, true});

        assertThat(quality.ndcg(10)).isCloseTo(1, within(1e-12));
        assertThat(quality.recall(2)).isEqualTo(1);
        assertThat(quality.auc()).isEqualTo(1);
    }

    @Test
    void aHitInSecondPlaceIsWorthLess() {
        var quality = Quality.of(new double[] {0.9, 0.1}, new boolean[] {false, true});

        assertThat(quality.ndcg(10)).isCloseTo(Math.log(2) / Math.log(3), within(1e-12));
        assertThat(quality.ndcg(1)).isZero();
        assertThat(quality.recall(1)).isZero();
        assertThat(quality.auc()).isZero();
    }

    @Test
    void countsPairsInTheRightOrder() {
        var quality = Quality.of(new double[] {4, 3, 2, 1}, new boolean[] {true, false, true, false});

        assertThat(quality.auc()).isCloseTo(0.75, within(1e-12));
    }
}
