package org.articlerecommender.recommend;

import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.ranking.Explanation;

/**
 * A list made for a reader.
 *
 * @param ranking the record of it; its items stand in the order of {@code items}
 * @param note what the reader should know about how it came about, or null
 */
public record Recommended(ShownRanking ranking, List<Item> items, String note) {

    /**
     * One line.
     *
     * @param why the reason in one line, or null when there is none to tell
     * @param exploring whether the policy, not the model, put it here
     * @param explanation what the model computed for it
     */
    public record Item(Article article, double score, String why, boolean exploring, Explanation explanation) {}
}
