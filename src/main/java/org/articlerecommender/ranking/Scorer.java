package org.articlerecommender.ranking;

import java.util.Arrays;

/** Gives feature values a score. */
public interface Scorer {

    /** What orders by it, for the record of a list and for people. */
    String id();

    /** Between 0 and 1, higher is better. */
    double score(double[] values);

    /** The score of each row; one call for many rows is faster than many calls. */
    default double[] scores(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(this::score).toArray();
    }

    /** What each value adds to the score's log-odds, in the order of the values. */
    double[] contributions(double[] values);
}
