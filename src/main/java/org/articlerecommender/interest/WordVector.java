package org.articlerecommender.interest;

/**
 * A vector of which few places are not zero.
 *
 * @param places in ascending order
 * @param values of these places; all others are 0
 */
record WordVector(char[] places, float[] values) {

    double dot(float[] other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other[places[i]];
        }
        return sum;
    }

    void addTo(float[] sum, float times) {
        for (int i = 0; i < values.length; i++) {
            sum[places[i]] += times * values[i];
        }
    }
}
