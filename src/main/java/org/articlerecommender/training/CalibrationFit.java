package org.articlerecommender.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.articlerecommender.ranking.Calibration;

/** Fits the calibration of log-odds: a rising line where there are answers enough to draw one, else two numbers. */
final class CalibrationFit {

    /** Fewer answers than these make steps of noise (Niculescu-Mizil and Caruana, 2005, put it near a thousand rows). */
    private static final int FOR_A_LINE = 200;

    private static final int MOST_STEPS = 100;
    private static final double LEAST_SLOPE = 1e-3;

    private CalibrationFit() {}

    static Calibration of(double[] logOdds, boolean[] answered) {
        long positives = count(answered);
        return Math.min(positives, answered.length - positives) >= FOR_A_LINE
                ? isotonic(logOdds, answered)
                : platt(logOdds, answered);
    }

    static Calibration.Platt platt(double[] logOdds, boolean[] answered) {
        long positives = count(answered);
        long negatives = answered.length - positives;
        // Platt's targets: as certain as so many answers allow
        double yes = (positives + 1.0) / (positives + 2.0);
        double no = 1 / (negatives + 2.0);
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            var sums = new double[5];
            for (int i = 0; i < logOdds.length; i++) {
                double p = Calibration.sigmoid(slope * logOdds[i] + offset);
                double off = p - (answered[i] ? yes : no);
                double bend = Math.max(1e-9, p * (1 - p));
                sums[0] += off * logOdds[i];
                sums[1] += off;
                sums[2] += bend * logOdds[i] * logOdds[i];
                sums[3] += bend * logOdds[i];
                sums[4] += bend;
            }
            double a = sums[2] + 1e-6;
            double c = sums[4] + 1e-6;
            double determinant = a * c - sums[3] * sums[3];
            double slopeBy = (c * sums[0] - sums[3] * sums[1]) / determinant;
            double offsetBy = (a * sums[1] - sums[3] * sums[0]) / determinant;
            // a step of Newton's that is too long runs away where nearly everything is certain
            double most = Math.max(1, Math.max(Math.abs(slopeBy), Math.abs(offsetBy)));
            slope -= slopeBy / most;
            offset -= offsetBy / most;
            if (Math.abs(slopeBy) + Math.abs(offsetBy) < 1e-9) {
                break;
            }
        }
        return slope >= LEAST_SLOPE
                ? new Calibration.Platt(slope, offset)
                : new Calibration.Platt(LEAST_SLOPE, Math.log((positives + 1.0) / (negatives + 1.0)));
    }

    /** Pools neighbours until shares rise, then draws a line through the means of the pools, from 0 to 1. */
    static Calibration.Isotonic isotonic(double[] logOdds, boolean[] answered) {
        var order = IntStream.range(0, logOdds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> logOdds[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var raw = new double[order.length];
        var yes = new double[order.length];
        var rows = new double[order.length];
        int pools = 0;
        for (int one : order) {
            raw[pools] = Calibration.sigmoid(logOdds[one]);
            yes[pools] = answered[one] ? 1 : 0;
            rows[pools++] = 1;
            while (pools > 1 && yes[pools - 2] / rows[pools - 2] >= yes[pools - 1] / rows[pools - 1]) {
                raw[pools - 2] += raw[pools - 1];
                yes[pools - 2] += yes[pools - 1];
                rows[pools - 2] += rows[--pools];
            }
        }
        return line(raw, yes, rows, pools);
    }

    private static Calibration.Isotonic line(double[] raw, double[] yes, double[] rows, int pools) {
        var at = new double[pools + 2];
        var means = new double[pools + 2];
        int points = 1;
        for (int pool = 0; pool < pools; pool++) {
            double x = raw[pool] / rows[pool];
            if (x > at[points - 1] && x < 1) {
                at[points] = x;
                means[points++] = yes[pool] / rows[pool];
            }
        }
        at[points] = 1;
        means[points++] = 1;
        return new Calibration.Isotonic(Arrays.copyOf(at, points), Arrays.copyOf(means, points));
    }

    private static long count(boolean[] answered) {
        return IntStream.range(0, answered.length).filter(i -> answered[i]).count();
    }
}
