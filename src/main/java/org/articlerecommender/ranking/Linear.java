package org.articlerecommender.ranking;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A logistic regression over standardised values.
 *
 * @param mean of each feature in the training set
 * @param scale the standard deviation of each, above 0
 * @param coefficient the log-odds that one standard deviation adds
 * @param intercept the log-odds of an article whose values are all as the mean
 */
public record Linear(double[] mean, double[] scale, double[] coefficient, double intercept) implements Predictor {

    static final String KIND = "logistic-regression";

    @Override
    public String label() {
        return KIND;
    }

    @Override
    public double[] logOdds(double[][] rows) {
        var all = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double z = intercept;
            for (int j = 0; j < coefficient.length; j++) {
                z += coefficient[j] * (rows[i][j] - mean[j]) / scale[j];
            }
            all[i] = z;
        }
        return all;
    }

    @Override
    public void check(int width) {
        if (mean == null || scale == null || coefficient == null) {
            throw new IllegalArgumentException("a regression lacks its mean, scale or coefficient");
        }
        if (mean.length != width || scale.length != width || coefficient.length != width) {
            throw new IllegalArgumentException("a regression needs one mean, scale and coefficient per feature");
        }
        boolean finite = Stream.of(mean, scale, coefficient, new double[] {intercept})
                .flatMapToDouble(Arrays::stream)
                .allMatch(Double::isFinite);
        if (!finite || !Arrays.stream(scale).allMatch(one -> one > 0)) {
            throw new IllegalArgumentException("the numbers of a regression are not usable");
        }
    }

    @Override
    public void addTo(Fingerprint print) {
        print.text(KIND).numbers(mean).numbers(scale).numbers(coefficient).numbers(intercept);
    }
}
