package org.articlerecommender.embedding;

import org.articlerecommender.catalog.ArticleId;

/**
 * An article found near a vector.
 *
 * @param similarity the cosine, 1 for the same direction
 */
public record Neighbour(ArticleId article, double similarity) {}
