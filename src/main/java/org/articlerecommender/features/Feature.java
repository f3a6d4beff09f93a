package org.articlerecommender.features;

/**
 * One feature, as its file declares it.
 *
 * @param name unique within its view
 * @param byDefault what stands in for a value that is missing or expired; null when nothing does
 * @param hash changes with everything a value depends on but the description; a model keeps it, to notice that a name
 *     means something else now
 */
public record Feature(
        String name, Dtype dtype, Object byDefault, String description, String hash, FeatureDefinition definition) {

    /** The default as a number, for features that are one. */
    double defaultNumber() {
        return byDefault == null ? 0 : ((Number) byDefault).doubleValue();
    }
}
