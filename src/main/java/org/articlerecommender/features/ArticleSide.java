package org.articlerecommender.features;

import org.articlerecommender.catalog.ArticleFacts;

/**
 * What is known of an article, for features of a pair.
 *
 * @param facts null when the catalog does not have it
 * @param vector null when it has none yet
 * @param announced the day it was announced as days since 1970; 0 without facts
 * @param authors of the facts; null without them
 * @param categories of the facts; null without them
 */
record ArticleSide(
        ArticleFacts facts, float[] vector, long announced, Names authors, Names categories, StoredSide stored) {

    ArticleSide(ArticleFacts facts, float[] vector) {
        this(
                facts,
                vector,
                facts == null ? 0 : facts.announced().toEpochDay(),
                facts == null ? null : Names.of(facts.authors()),
                facts == null ? null : Names.of(facts.categories()),
                feature -> null);
    }

    ArticleSide with(StoredSide values) {
        return new ArticleSide(facts, vector, announced, authors, categories, values);
    }
}
