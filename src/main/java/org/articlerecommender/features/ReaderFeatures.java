package org.articlerecommender.features;

/**
 * What {@code user_daily_stats} holds of one reader's interests.
 *
 * @param queryEmbedding the mean of the vectors of what was searched for, of unit length; null when nothing was
 * @param titleEmbedding the mean of the vectors of the articles acted on, of unit length; null when there are none
 * @param positives how many articles the reader acted on
 */
public record ReaderFeatures(float[] queryEmbedding, float[] titleEmbedding, long positives) {}
