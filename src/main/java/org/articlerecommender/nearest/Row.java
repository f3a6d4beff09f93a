package org.articlerecommender.nearest;

import org.articlerecommender.catalog.ArticleId;

/**
 * One article and its vector.
 *
 * @param text stands for the text that the vector is of, at most 32 bytes
 * @param day the day it was announced as days since 1970
 * @param categories its arXiv categories, separated by spaces
 */
public record Row(ArticleId article, byte[] text, long day, String categories, float[] vector) {}
