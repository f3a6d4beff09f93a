package org.articlerecommender.interest;

import java.util.List;

/** How one view's raw numbers spread over articles as they come, which makes the views comparable. */
record Scale(double mean, double spread) {

    // cosines of sentence models lie about here
    private static final Scale UNMEASURED = new Scale(0.15, 0.15);

    static Scale of(List<double[]> raws, int view) {
        if (raws.size() < 2) {
            return UNMEASURED;
        }
        double mean = raws.stream().mapToDouble(raw -> raw[view]).average().orElse(0);
        double square = raws.stream()
                .mapToDouble(raw -> (raw[view] - mean) * (raw[view] - mean))
                .average()
                .orElse(0);
        return new Scale(mean, Math.max(Math.sqrt(square), 1e-6));
    }

    double standard(double raw) {
        return (raw - mean) / spread;
    }
}
