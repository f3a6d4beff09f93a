package org.articlerecommender.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.articlerecommender.ranking.Linear;
import smile.classification.LogisticRegression;

/** Fits a logistic regression. The same rows and seed give the same numbers. */
final class LinearFit {

    private static final double TOLERANCE = 1e-6;
    private static final int MOST_STEPS = 500;

    private LinearFit() {}

    /**
     * @param rows without a gap, of equal length
     * @param answered whether each row was answered; both must occur
     * @param penalty how strongly coefficients are drawn to 0
     */
    static Linear of(double[][] rows, boolean[] answered, double penalty, long seed) {
        int width = rows[0].length;
        var mean = new double[width];
        var scale = new double[width];
        for (int j = 0; j < width; j++) {
            measure(rows, j, mean, scale);
        }
        var balanced = balanced(answered, seed);
        var x = balanced.stream().map(row -> standard(rows[row], mean, scale)).toArray(double[][]::new);
        var y = balanced.stream().mapToInt(row -> answered[row] ? 1 : 0).toArray();
        var fitted = LogisticRegression.binomial(x, y, penalty, TOLERANCE, MOST_STEPS)
                .coefficients();
        var coefficient = new double[width];
        System.arraycopy(fitted, 0, coefficient, 0, width);
        long positives =
                IntStream.range(0, rows.length).filter(row -> answered[row]).count();
        // balancing made positives as frequent as negatives; this takes the model back to how frequent they are
        double odds = positives / (double) (rows.length - positives);
        return new Linear(mean, scale, coefficient, fitted[width] + Math.log(odds));
    }

    /** All rows, those of the rarer class drawn again, with replacement, until both are equally frequent (SEED T6). */
    static List<Integer> balanced(boolean[] answered, long seed) {
        var all = new ArrayList<>(IntStream.range(0, answered.length).boxed().toList());
        var positive = all.stream().filter(row -> answered[row]).toList();
        var negative = all.stream().filter(row -> !answered[row]).toList();
        var rare = positive.size() < negative.size() ? positive : negative;
        var random = new Random(seed);
        for (int i = rare.size(); i < answered.length - rare.size(); i++) {
            all.add(rare.get(random.nextInt(rare.size())));
        }
        return all;
    }

    private static void measure(double[][] rows, int column, double[] mean, double[] scale) {
        double sum = 0;
        for (var row : rows) {
            sum += row[column];
        }
        mean[column] = sum / rows.length;
        double squares = 0;
        for (var row : rows) {
            squares += (row[column] - mean[column]) * (row[column] - mean[column]);
        }
        double spread = Math.sqrt(squares / rows.length);
        // a feature that never varied tells nothing and must not blow up when it varies one day
        scale[column] = spread > 1e-9 ? spread : 1;
    }

    private static double[] standard(double[] values, double[] mean, double[] scale) {
        var standard = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            standard[j] = (values[j] - mean[j]) / scale[j];
        }
        return standard;
    }
}
