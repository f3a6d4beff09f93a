package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * Served values beside what history gives for the same moments.
 *
 * @param vectors how many served vectors were looked at
 * @param compared how many values, {@code equal} of them alike
 * @param features one line for each feature, the worst first
 */
public record ParityReport(Instant at, int vectors, long compared, long equal, List<Line> features) {

    /** One feature. */
    public record Line(String feature, long compared, long equal) {

        @JsonProperty("share")
        public double share() {
            return ParityReport.share(equal, compared);
        }
    }

    public ParityReport {
        features = List.copyOf(features);
    }

    /** The share that is equal; 1 when nothing was compared. */
    @JsonProperty("share")
    public double share() {
        return share(equal, compared);
    }

    /** The feature with the smallest share, null when nothing was compared. */
    public Line worst() {
        return features.isEmpty() ? null : features.get(0);
    }

    private static double share(long equal, long compared) {
        return compared == 0 ? 1 : (double) equal / compared;
    }
}
