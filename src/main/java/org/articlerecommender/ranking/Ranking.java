package org.articlerecommender.ranking;

import java.util.List;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.interest.InterestModel;

/**
 * Articles in the order a reader should see them.
 *
 * @param model the id of the model that ordered them
 * @param featureNames what the model read, in the order of each line's {@code features}
 * @param lines every candidate once, best first
 * @param note why the order may be poorer than it could be, in a sentence for people; null when all is well
 */
public record Ranking(String model, List<String> featureNames, List<Line> lines, String note) {

    /**
     * One article.
     *
     * @param score between 0 and 1, higher is better; it only compares within one model
     * @param features the values exactly as the model saw them
     * @param look what the reader's interest says of it; null without an interest and for an article without a vector
     */
    public record Line(ArticleId article, double score, double[] features, InterestModel.Look look) {

        /**
         * Which of the reader's several interests the article belongs to, by number. Of a reader with one interest, or none,
         * all belong to the same; so do articles without a vector.
         */
        public int interest() {
            return look == null ? 0 : look.interest();
        }

        Line scored(double other) {
            return new Line(article, other, features, look);
        }
    }
}
