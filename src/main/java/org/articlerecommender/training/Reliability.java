package org.articlerecommender.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far foretold probabilities come true.
 *
 * @param error the expected calibration error: how far a bin's mean lies from its share, the mean over rows
 * @param bins from the least to the most probable, of about equally many rows
 */
record Reliability(double error, List<Bin> bins) {

    private static final int BINS = 10;

    /**
     * @param foretold the mean probability
     * @param came the share of rows that were answered, or what they were worth in the mean
     */
    record Bin(double foretold, double came, int rows) {}

    static Reliability of(double[] probabilities, boolean[] answered) {
        return of(
                probabilities,
                IntStream.range(0, answered.length)
                        .mapToDouble(i -> answered[i] ? 1 : 0)
                        .toArray());
    }

    /** @param worths what each row turned out to be worth, from 0 to 1 */
    static Reliability of(double[] probabilities, double[] worths) {
        int size = probabilities.length;
        var order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .toList();
        var bins = new ArrayList<Bin>();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            var rows = order.subList(size * bin / BINS, size * (bin + 1) / BINS);
            if (!rows.isEmpty()) {
                double foretold = rows.stream()
                        .mapToDouble(i -> probabilities[i])
                        .average()
                        .orElseThrow();
                double came =
                        rows.stream().mapToDouble(i -> worths[i]).average().orElseThrow();
                bins.add(new Bin(foretold, came, rows.size()));
                error += Math.abs(foretold - came) * rows.size() / size;
            }
        }
        return new Reliability(error, bins);
    }
}
