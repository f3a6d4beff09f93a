/**
 * Finds the articles worth a reader's time and makes the list they get: candidates, ranking, policy, record.
 *
 * <p>Enter through {@link org.articlerecommender.recommend.Recommendations}. Every list answered is kept as a {@link
 * org.articlerecommender.events.ShownRanking} with the vectors it was ordered by. This module does not know how an
 * article is scored, nor how a list is shown.
 */
package org.articlerecommender.recommend;
