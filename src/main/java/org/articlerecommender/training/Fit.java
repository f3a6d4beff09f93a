package org.articlerecommender.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.articlerecommender.ranking.ScoringModel;
import smile.classification.LogisticRegression;

/** Fits a logistic regression to a training set. The same set and seed give the same model. */
final class Fit {

    private static final double TOLERANCE = 1e-6;
    private static final int MOST_STEPS = 500;

    private Fit() {}

    /**
     * @param set with rows of both classes
     * @param hash the definition hash of a feature by its name
     * @param penalty how strongly coefficients are drawn to 0
     */
    static ScoringModel of(TrainingSet set, UnaryOperator<String> hash, double penalty, long seed) {
        int width = set.names().size();
        var mean = new double[width];
        var scale = new double[width];
        for (int j = 0; j < width; j++) {
            measure(set.rows(), j, mean, scale);
        }
        var balanced = balanced(set.rows(), seed);
        var x = balanced.stream()
                .map(row -> standard(row.values(), mean, scale))
                .toArray(double[][]::new);
        var y = balanced.stream().mapToInt(row -> row.positive() ? 1 : 0).toArray();
        var fitted = LogisticRegression.binomial(x, y, penalty, TOLERANCE, MOST_STEPS)
                .coefficients();
        var features = new ArrayList<ScoringModel.Feature>();
        for (int j = 0; j < width; j++) {
            var name = set.names().get(j);
            features.add(new ScoringModel.Feature(name, hash.apply(name), mean[j], scale[j], fitted[j]));
        }
        // balancing made positives as frequent as negatives; this takes the model back to how frequent they are
        double odds = set.positives() / (double) set.negatives();
        return new ScoringModel(features, fitted[width] + Math.log(odds));
    }

    /** The rarer class drawn again, with replacement, until both are equally frequent (SEED T6). */
    static List<TrainingRow> balanced(List<TrainingRow> rows, long seed) {
        var positive = rows.stream().filter(TrainingRow::positive).toList();
        var negative = rows.stream().filter(row -> !row.positive()).toList();
        var rare = positive.size() < negative.size() ? positive : negative;
        var random = new Random(seed);
        var all = new ArrayList<>(rows);
        for (int i = rare.size(); i < rows.size() - rare.size(); i++) {
            all.add(rare.get(random.nextInt(rare.size())));
        }
        return all;
    }

    private static void measure(List<TrainingRow> rows, int column, double[] mean, double[] scale) {
        var values = rows.stream()
                .mapToDouble(row -> row.values()[column])
                .filter(Double::isFinite)
                .toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        mean[column] = values.length == 0 ? 0 : sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean[column]) * (value - mean[column]);
        }
        double spread = values.length == 0 ? 0 : Math.sqrt(squares / values.length);
        // a feature that never varied tells nothing and must not blow up when it varies one day
        scale[column] = spread > 1e-9 ? spread : 1;
    }

    private static double[] standard(double[] values, double[] mean, double[] scale) {
        var standard = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            // the original fell over a reader without features (SEED T5); here such a reader is an average one
            standard[j] = Double.isFinite(values[j]) ? (values[j] - mean[j]) / scale[j] : 0;
        }
        return standard;
    }
}
