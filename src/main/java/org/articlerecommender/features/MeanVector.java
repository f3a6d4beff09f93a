package org.articlerecommender.features;

/** Sums vectors of one length and gives the direction of their sum. */
final class MeanVector {

    private double[] sum = new double[0];

    void add(float[] vector, double weight) {
        if (sum.length == 0) {
            sum = new double[vector.length];
        }
        for (int i = 0; i < vector.length; i++) {
            sum[i] += weight * vector[i];
        }
    }

    /** The sum brought to unit length; null when nothing was added or the vectors cancel out. */
    float[] direction() {
        double square = 0;
        for (double one : sum) {
            square += one * one;
        }
        if (square == 0) {
            return null;
        }
        double length = Math.sqrt(square);
        var direction = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            direction[i] = (float) (sum[i] / length);
        }
        return direction;
    }
}
