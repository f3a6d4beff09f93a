package org.articlerecommender.features;

import org.articlerecommender.catalog.ArticleFacts;

/**
 * What is known of an article itself, for features of a pair.
 *
 * @param facts null when the catalog does not have it
 * @param vector null when it has none yet
 */
record ArticleSide(ArticleFacts facts, float[] vector) {}
