package org.articlerecommender.features;

/**
 * One current value.
 *
 * @param value of the feature's type; the default when it is expired or missing
 * @param age how many seconds ago it was computed; null when it is missing, 0 when it is computed on demand
 */
public record FeatureReading(String feature, Object value, Status status, Long age) {

    /** Whether a value counts. */
    public enum Status {
        PRESENT,
        /** Older than the view's TTL: the default stands in. */
        EXPIRED,
        /** Never written, or nothing to compute it from: the default stands in. */
        MISSING
    }
}
