package org.articlerecommender.nearest;

import org.articlerecommender.catalog.ArticleId;

/** An article found, and the dot product of its vector with the query, exact in float32. */
public record Hit(ArticleId article, float similarity) {}
