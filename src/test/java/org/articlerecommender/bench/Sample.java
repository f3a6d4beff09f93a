package org.articlerecommender.bench;

import java.util.Arrays;

/** Measured values of one kind, at least one. Percentiles are by nearest rank, so each is a value that was measured. */
class Sample {

    private final double[] sorted;

    Sample(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    int size() {
        return sorted.length;
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    /** The middle value; of an even number of values the mean of the two in the middle. */
    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest value that at least {@code percent} of a hundred values do not exceed. */
    double percentile(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException(percent + " is not a percentage above 0");
        }
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }
}
