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
     * @param came the share of rows that were answered
     */
    record Bin(double foretold, double came, int rows) {}

    static Reliability of(double[] probabilities, boolean[] answered) {
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
                double came = rows.stream().filter(i -> answered[i]).count() / (double) rows.size();
                bins.add(new Bin(foretold, came, rows.size()));
                error += Math.abs(foretold - came) * rows.size() / size;
            }
        }
        return new Reliability(error, bins);
    }
}
