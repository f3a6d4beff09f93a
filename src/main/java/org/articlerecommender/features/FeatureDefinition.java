package org.articlerecommender.features;

/**
 * How a feature is computed. A definition computes its value from what it is given alone; serving, aggregation and history
 * gather that differently and then call the same method, so that they cannot drift apart.
 */
sealed interface FeatureDefinition permits StoredFeature, PairFeature, GivenFeature {

    /** The type of its values. */
    Dtype dtype();
}
