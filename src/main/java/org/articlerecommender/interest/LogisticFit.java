package org.articlerecommender.interest;

import java.util.Arrays;

/**
 * Fits a logistic regression with weighted examples and a quadratic penalty on the coefficients, by Newton steps whose
 * linear systems conjugate gradients solve. The same examples give the same coefficients.
 */
final class LogisticFit {

    private static final int STEPS = 8;
    private static final int GRADIENTS = 8;
    private static final double ENOUGH = 1e-3;

    private final Examples rows;
    private final boolean[] positive;
    private final double[] weights;
    private final double penalty;
    private final int width;

    /**
     * @param rows the examples
     * @param weights how much each example counts
     * @param penalty how strongly coefficients are drawn to 0; the intercept is not
     */
    LogisticFit(Examples rows, boolean[] positive, double[] weights, double penalty) {
        this.rows = rows;
        this.positive = positive;
        this.weights = weights;
        this.penalty = penalty;
        this.width = rows.width();
    }

    /** The coefficients, and the intercept behind them. */
    float[] coefficients() {
        var at = new float[width + 1];
        var predicted = new double[rows.size()];
        double loss = loss(at, predicted);
        double first = 0;
        for (int step = 0; step < STEPS; step++) {
            var gradient = gradient(at, predicted);
            double size = norm(gradient);
            first = step == 0 ? size : first;
            if (size <= ENOUGH * first) {
                break;
            }
            var direction = newton(gradient, predicted);
            double taken = 1;
            var next = moved(at, direction, taken);
            double better = loss(next, predicted);
            while (better > loss && taken > 1e-3) {
                taken /= 2;
                next = moved(at, direction, taken);
                better = loss(next, predicted);
            }
            if (better > loss) {
                break;
            }
            at = next;
            loss = better;
        }
        return at;
    }

    /** Leaves the probability of each example in {@code predicted}. */
    private double loss(float[] at, double[] predicted) {
        double loss = 0;
        var slopes = Arrays.copyOf(at, width);
        for (int i = 0; i < predicted.length; i++) {
            double z = rows.dot(i, slopes) + at[width];
            predicted[i] = 1 / (1 + Math.exp(-z));
            double signed = positive[i] ? z : -z;
            // log(1 + e^-s) without overflow
            loss += weights[i] * (Math.max(0, -signed) + Math.log1p(Math.exp(-Math.abs(signed))));
        }
        double squares = 0;
        for (int j = 0; j < width; j++) {
            squares += (double) at[j] * at[j];
        }
        return loss + penalty / 2 * squares;
    }

    private float[] gradient(float[] at, double[] predicted) {
        var gradient = new float[width + 1];
        for (int j = 0; j < width; j++) {
            gradient[j] = (float) (penalty * at[j]);
        }
        for (int i = 0; i < predicted.length; i++) {
            add(gradient, i, (float) (weights[i] * (predicted[i] - (positive[i] ? 1 : 0))));
        }
        return gradient;
    }

    /** The step that would be right if the loss were the quadratic it looks like here. */
    private float[] newton(float[] gradient, double[] predicted) {
        var solved = new float[width + 1];
        var residual = new float[width + 1];
        for (int j = 0; j <= width; j++) {
            residual[j] = -gradient[j];
        }
        var direction = Arrays.copyOf(residual, residual.length);
        double rest = square(residual);
        double start = rest;
        for (int k = 0; k < GRADIENTS && rest > 0.01 * start; k++) {
            var curved = curvature(direction, predicted);
            double length = rest / Math.max(inner(direction, curved), 1e-20);
            for (int j = 0; j <= width; j++) {
                solved[j] += (float) (length * direction[j]);
                residual[j] -= (float) (length * curved[j]);
            }
            double left = square(residual);
            double ratio = left / rest;
            for (int j = 0; j <= width; j++) {
                direction[j] = (float) (residual[j] + ratio * direction[j]);
            }
            rest = left;
        }
        return solved;
    }

    private float[] curvature(float[] direction, double[] predicted) {
        var curved = new float[width + 1];
        for (int j = 0; j < width; j++) {
            curved[j] = (float) (penalty * direction[j]);
        }
        // the intercept is not penalised, but a flat direction would have no solution
        curved[width] = (float) (1e-6 * direction[width]);
        var slopes = Arrays.copyOf(direction, width);
        for (int i = 0; i < predicted.length; i++) {
            double bend = weights[i] * predicted[i] * (1 - predicted[i]);
            add(curved, i, (float) (bend * (rows.dot(i, slopes) + direction[width])));
        }
        return curved;
    }

    private void add(float[] to, int row, float times) {
        rows.add(to, row, times);
        to[width] += times;
    }

    private static float[] moved(float[] from, float[] direction, double by) {
        var to = new float[from.length];
        for (int j = 0; j < to.length; j++) {
            to[j] = (float) (from[j] + by * direction[j]);
        }
        return to;
    }

    private static double inner(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (double) a[j] * b[j];
        }
        return sum;
    }

    private static double square(float[] a) {
        return inner(a, a);
    }

    private static double norm(float[] a) {
        return Math.sqrt(square(a));
    }
}
