package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

    private static final int WIDTH = 40;

    private final Random random = new Random(3);

    @Test
    void findsWhereTheGradientVanishes() {
        var rows = rows(300);
        var positive = labels(rows);
        var weights = new double[rows.size()];
        Arrays.setAll(weights, i -> 0.5 + i % 3);

        var fitted = new LogisticFit(new Examples.Dense(rows), positive, weights, 0.5).coefficients();

        for (int j = 0; j < WIDTH; j++) {
            double slope = 0.5 * fitted[j];
            for (int i = 0; i < rows.size(); i++) {
                double z = fitted[WIDTH];
                for (int k = 0; k < WIDTH; k++) {
                    z += fitted[k] * rows.get(i)[k];
                }
                slope += weights[i] * (1 / (1 + Math.exp(-z)) - (positive[i] ? 1 : 0)) * rows.get(i)[j];
            }
            assertThat(slope).isCloseTo(0, Offset.offset(0.2));
        }
    }

    @Test
    void sparseRowsGiveWhatTheSameDenseRowsGive() {
        var dense = rows(120);
        var positive = labels(dense);
        var weights = new double[dense.size()];
        Arrays.fill(weights, 1);

        var fromDense = new LogisticFit(new Examples.Dense(dense), positive, weights, 0.5).coefficients();
        var sparse = dense.stream().map(LogisticFitTest::sparse).toList();
        var fromSparse = new LogisticFit(new Examples.Sparse(sparse), positive, weights, 0.5).coefficients();

        assertThat(Arrays.copyOf(fromSparse, WIDTH))
                .containsExactly(Arrays.copyOf(fromDense, WIDTH), Offset.offset(1e-2f));
        assertThat(fromSparse).hasSize(WordCounts.WIDTH + 1);
    }

    private List<float[]> rows(int count) {
        var rows = new ArrayList<float[]>();
        for (int i = 0; i < count; i++) {
            var row = new float[WIDTH];
            for (int j = 0; j < WIDTH; j++) {
                row[j] = random.nextInt(4) == 0 ? (float) random.nextGaussian() : 0;
            }
            rows.add(row);
        }
        return rows;
    }

    private boolean[] labels(List<float[]> rows) {
        var positive = new boolean[rows.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = rows.get(i)[0] + rows.get(i)[1] + 0.3 * random.nextGaussian() > 0;
        }
        return positive;
    }

    private static WordVector sparse(float[] row) {
        var places = new char[WIDTH];
        for (char j = 0; j < WIDTH; j++) {
            places[j] = j;
        }
        return new WordVector(places, row);
    }
}
