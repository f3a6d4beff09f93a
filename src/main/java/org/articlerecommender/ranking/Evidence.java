package org.articlerecommender.ranking;

import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;

/**
 * What of a reader's own speaks for an article.
 *
 * @param liked articles the reader liked, the strongest first, with the cosine of each and the article
 * @param words of the article, the strongest first
 * @param authors those of the article's by whom the reader liked something, the most liked first
 */
public record Evidence(Map<ArticleId, Double> liked, List<String> words, List<String> authors) {

    static final int LIKED = 3;
    static final int WORDS = 6;
    static final int AUTHORS = 3;
}
