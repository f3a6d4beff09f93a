package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.articlerecommender.ranking.ScoringModel;
import org.junit.jupiter.api.Test;

class FitTest {

    private final TrainingSet set = Lists.of(60, 20, 3, Lists::wants);

    @Test
    void t7_findsWhatReadersWantAndIgnoresNoise() {
        var model = fit(set);

        assertThat(model.features().get(0).coefficient()).isGreaterThan(1.5);
        assertThat(model.features().get(1).coefficient()).isBetween(-0.4, 0.4);
    }

    @Test
    void scoresAreProbabilitiesThoughTheClassesWereBalanced() {
        var model = fit(set);

        double mean = set.rows().stream()
                .mapToDouble(row -> model.score(row.values()))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(set.positives() / (double) set.rows().size(), within(0.04));
    }

    @Test
    void t5_takesReadersWithoutFeatures() {
        var rows = new ArrayList<TrainingRow>();
        for (int i = 0; i < set.rows().size(); i++) {
            var row = set.rows().get(i);
            var values = i % 5 == 0 ? new double[] {Double.NaN, Double.NaN, Double.NaN} : row.values();
            rows.add(new TrainingRow(row.ranking(), row.reader(), row.at(), row.position(), values, row.positive()));
        }

        var model = fit(new TrainingSet(Lists.NAMES, rows));

        assertThat(model.features().get(0).coefficient()).isGreaterThan(1);
        assertThat(model.score(new double[] {Double.NaN, Double.NaN, Double.NaN}))
                .isBetween(0.0, 1.0);
    }

    @Test
    void t6_drawsTheRarerClassAgainUntilBothAreEqual() {
        var balanced = Fit.balanced(set.rows(), 42);

        assertThat(balanced).filteredOn(TrainingRow::positive).hasSize((int) set.negatives());
        assertThat(balanced).filteredOn(row -> !row.positive()).hasSize((int) set.negatives());
        assertThat(Fit.balanced(set.rows(), 42)).isEqualTo(balanced);
    }

    @Test
    void theSameSetGivesTheSameModel() {
        assertThat(fit(set).digest()).isEqualTo(fit(set).digest());
    }

    @Test
    void aFeatureThatNeverVariedHasNoSay() {
        var model = fit(set);

        assertThat(model.score(new double[] {10, 0, 7})).isEqualTo(model.score(new double[] {10, 0, 8}), within(0.02));
    }

    private static ScoringModel fit(TrainingSet set) {
        return Fit.of(set, name -> "hash of " + name, 1, 42);
    }
}
