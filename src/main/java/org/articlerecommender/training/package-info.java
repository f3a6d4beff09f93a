/**
 * Learns how to order articles from what readers did with the lists they were shown, and decides whether the result is
 * better than what orders them now.
 *
 * <p>Enter by running the job {@code train}. Each run leaves a model in {@link
 * org.articlerecommender.ranking.ModelRegistry}, promoted or refused with the reason, or a sentence that says which data
 * are missing. This module does not know how a model is served.
 */
package org.articlerecommender.training;
