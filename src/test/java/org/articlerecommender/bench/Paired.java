package org.articlerecommender.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** One figure per query or day, all lists in the same order of them. */
public record Paired(String name, double[] values) {

    private static final int RESAMPLES = 2000;
    private static final int SPLITS = 200;

    public double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The mean and its 95 % interval, by resampling queries. */
    public String interval() {
        return "%.3f %s".formatted(mean(), bounds(values));
    }

    /** The mean of the paired difference and its 95 % interval. */
    public String against(Paired other) {
        var difference = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - other.values[i])
                .toArray();
        return "%+.3f %s".formatted(new Paired("", difference).mean(), bounds(difference));
    }

    private static String bounds(double[] values) {
        var random = new Random(1);
        var means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            means[i] = random.ints(values.length, 0, values.length)
                    .mapToDouble(at -> values[at])
                    .average()
                    .orElseThrow();
        }
        Arrays.sort(means);
        return String.format(
                Locale.ENGLISH, "[%.3f, %.3f]", means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    /**
     * What choosing the best of the variants on one half of the queries gives on the other half: per query the mean over
     * many halvings in which it was on the other half.
     */
    public static Paired chosenOnTheOtherHalf(String name, List<Paired> variants) {
        int queries = variants.get(0).values.length;
        var sum = new double[queries];
        var count = new int[queries];
        var random = new Random(2);
        for (int split = 0; split < SPLITS; split++) {
            var first = new boolean[queries];
            for (int i = 0; i < queries; i++) {
                first[i] = random.nextBoolean();
            }
            var best = variants.stream()
                    .max((a, b) -> Double.compare(a.sum(first), b.sum(first)))
                    .orElseThrow();
            for (int i = 0; i < queries; i++) {
                if (!first[i]) {
                    sum[i] += best.values[i];
                    count[i]++;
                }
            }
        }
        return new Paired(
                name,
                IntStream.range(0, queries).mapToDouble(i -> sum[i] / count[i]).toArray());
    }

    private double sum(boolean[] of) {
        return IntStream.range(0, values.length)
                .filter(i -> of[i])
                .mapToDouble(i -> values[i])
                .sum();
    }
}
