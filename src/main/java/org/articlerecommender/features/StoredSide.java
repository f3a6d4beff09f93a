package org.articlerecommender.features;

/** What is stored of a reader or an article, for features of a pair. */
@FunctionalInterface
interface StoredSide {

    /** The value of a stored feature that counts, or null. */
    Object value(FeatureName feature);
}
