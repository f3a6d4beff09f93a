package org.articlerecommender.features;

import org.articlerecommender.catalog.ArticleFacts;

/**
 * What is known of an article, for features of a pair.
 *
 * @param facts null when the catalog does not have it
 * @param vector null when it has none yet
 */
record ArticleSide(ArticleFacts facts, float[] vector, StoredSide stored) {

    ArticleSide(ArticleFacts facts, float[] vector) {
        this(facts, vector, feature -> null);
    }

    ArticleSide with(StoredSide values) {
        return new ArticleSide(facts, vector, values);
    }
}
