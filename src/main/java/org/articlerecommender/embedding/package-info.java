/**
 * Text to vector, the vector of every article, and the articles nearest to a vector.
 *
 * <p>Enter through {@link org.articlerecommender.embedding.TextVectors} for titles and queries, {@link
 * org.articlerecommender.embedding.ArticleVectors} for articles and their neighbours, and {@link
 * org.articlerecommender.embedding.Embedding} to have missing vectors made. All vectors have unit length, so their dot
 * product is their cosine.
 *
 * <p>One model serves at a time. A newly configured one is filled in the background while the one before still serves;
 * it takes over when every article of the current window has its vector. Where the files of the one before are gone, the
 * new one serves at once and articles come back as they are embedded. Vectors of a former model are kept, so that going
 * back embeds nothing again.
 *
 * <p>This module does not know what an article is looked up for, nor who reads it.
 */
package org.articlerecommender.embedding;
