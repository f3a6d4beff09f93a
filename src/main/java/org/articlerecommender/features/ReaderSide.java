package org.articlerecommender.features;

/** What is stored of a reader, for features of a pair. */
@FunctionalInterface
interface ReaderSide {

    /** The value of a stored feature that counts, or null. */
    Object value(FeatureName feature);
}
