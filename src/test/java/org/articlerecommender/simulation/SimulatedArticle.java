package org.articlerecommender.simulation;

import java.time.LocalDate;
import org.articlerecommender.catalog.ArticleId;

/**
 * An article as it is, which no reader and no model is told.
 *
 * @param quality what all readers value alike, with mean 0 and spread 1
 */
record SimulatedArticle(ArticleId id, LocalDate announced, float[] vector, double quality) {}
