package org.articlerecommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringModelTest {

    private static final ScoringModel MODEL = new ScoringModel(
            List.of(new ScoringModel.Feature("a:x", "1", 2, 4, 3), new ScoringModel.Feature("a:y", "2", 0, 1, -0.0)),
            -1);

    @Test
    void m3_scoresTheSigmoidOfTheLinearSum() {
        assertThat(MODEL.score(new double[] {6, 5})).isCloseTo(1 / (1 + Math.exp(1 - 3)), within(1e-12));
    }

    @Test
    void contributionsAddUpToTheScore() {
        var added = MODEL.contributions(new double[] {6, 5});

        assertThat(MODEL.score(new double[] {6, 5}))
                .isCloseTo(1 / (1 + Math.exp(-(MODEL.intercept() + added[0] + added[1]))), within(1e-12));
    }

    @Test
    void aMissingValueCountsAsTheMean() {
        assertThat(MODEL.score(new double[] {Double.NaN, 0})).isEqualTo(MODEL.score(new double[] {2, 0}));
    }

    @Test
    void comesBackFromJsonAsItWas() throws Exception {
        var json = new ObjectMapper();

        var back = json.readValue(json.writeValueAsString(MODEL), ScoringModel.class);

        assertThat(back).isEqualTo(MODEL);
        assertThat(back.digest()).isEqualTo(MODEL.digest());
    }

    @Test
    void anotherNumberGivesAnotherDigest() {
        assertThat(new ScoringModel(MODEL.features(), -1.0000001).digest()).isNotEqualTo(MODEL.digest());
    }

    @Test
    void refusesNumbersThatCannotScore() {
        assertThatThrownBy(() -> new ScoringModel(List.of(new ScoringModel.Feature("a:x", "1", 0, 0, 1)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a:x");
    }
}
