package org.articlerecommender.features;

/** The population stability index of two histograms over the same buckets. */
final class Drift {

    // what is in neither day's bucket must not make the logarithm endless
    private static final double LEAST = 1e-4;

    private Drift() {}

    /** 0 when both have the same shares; above a quarter is commonly read as another population. */
    static double psi(long[] before, long[] now) {
        double all = sum(before);
        double allNow = sum(now);
        double psi = 0;
        for (int i = 0; i < before.length; i++) {
            double was = Math.max(LEAST, before[i] / all);
            double is = Math.max(LEAST, now[i] / allNow);
            psi += (is - was) * Math.log(is / was);
        }
        return psi;
    }

    private static double sum(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
