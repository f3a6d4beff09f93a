package org.articlerecommender.ranking;

import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;

/**
 * What of a reader's own speaks for an article.
 *
 * @param liked articles the reader liked, the strongest first, with the cosine of each and the article
 * @param words of the article, the strongest first
 */
public record Evidence(Map<ArticleId, Double> liked, List<String> words) {

    static final int LIKED = 3;
    static final int WORDS = 6;
}
