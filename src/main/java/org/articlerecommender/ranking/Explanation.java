package org.articlerecommender.ranking;

import java.util.List;
import org.articlerecommender.catalog.ArticleId;

/**
 * Why an article stands where it stands, computed from the model that put it there.
 *
 * @param contributions what each feature added to the log-odds of the score, the largest effect first
 * @param nearest the article most like it that the reader liked; null when they liked none
 * @param likeness the cosine of the two, 0 without one
 */
public record Explanation(ArticleId article, List<Contribution> contributions, ArticleId nearest, double likeness) {

    /** What one feature's value added; below 0 it spoke against the article. */
    public record Contribution(String feature, double value, double added) {}
}
