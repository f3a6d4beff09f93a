package org.articlerecommender.interest;

import java.util.List;

/** How one view's raw numbers spread over articles as they come, which makes the views comparable. */
record Scale(double mean, double spread) {

    // cosines of sentence models lie about here
    private static final Scale UNMEASURED = new Scale(0.15, 0.15);

    // where the articles are all alike, a small difference is still a small one
    private static final double LEAST_SPREAD = 0.02;
    private static final double LINEAR = 4;

    static Scale of(List<double[]> raws, int view) {
        if (raws.size() < 2) {
            return UNMEASURED;
        }
        double mean = raws.stream().mapToDouble(raw -> raw[view]).average().orElse(0);
        double square = raws.stream()
                .mapToDouble(raw -> (raw[view] - mean) * (raw[view] - mean))
                .average()
                .orElse(0);
        return new Scale(mean, Math.max(Math.sqrt(square), LEAST_SPREAD));
    }

    /** How many spreads the number lies above the mean; beyond four it grows by the logarithm alone. */
    double standard(double raw) {
        double spreads = (raw - mean) / spread;
        double beyond = Math.abs(spreads) - LINEAR;
        return beyond <= 0 ? spreads : Math.copySign(LINEAR + Math.log1p(beyond), spreads);
    }
}
