/**
 * Puts candidate articles in the order a reader should see them, and says why.
 *
 * <p>Enter through {@link org.articlerecommender.ranking.Ranker} for readers and {@link
 * org.articlerecommender.ranking.ModelRegistry} for the models that rank. One ranking is made by one model, the one
 * active when it starts, and says which.
 *
 * <p>This module reads features but defines none but one, and does not know how a model was trained or how a ranking is
 * shown.
 */
package org.articlerecommender.ranking;
