package org.articlerecommender.recommend;

import java.util.Map;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.ranking.Explanation;

/** Says in one line why an article is in a list, from what the model computed. */
final class Why {

    /** Below this cosine two abstracts have no more in common than any two of the same field. */
    private static final double LIKE = 0.4;

    private static final Map<String, String> IN_WORDS = Map.of(
            "query_similarity", "Fits what you searched for",
            "title_similarity", "Like the articles you read",
            "interest", "Like the articles you read",
            "category_share", "In a category you read",
            "author_match", "By an author you read",
            "age_days", "New",
            "click", "Read by others",
            "expand", "Read by others");

    private Why() {}

    /** The reason, or null when none is worth telling. */
    static String of(Explanation explained, Map<ArticleId, ArticleFacts> articles, boolean exploring) {
        if (exploring) {
            return "Something different, to learn what you like";
        }
        var nearest = explained.nearest() == null ? null : articles.get(explained.nearest());
        if (explained.article().equals(explained.nearest())) {
            return "You read this one";
        }
        if (nearest != null && explained.likeness() >= LIKE) {
            return "Because of “%s”".formatted(nearest.title());
        }
        return explained.contributions().stream()
                .filter(part -> part.added() > 0)
                .map(part ->
                        IN_WORDS.get(part.feature().substring(part.feature().indexOf(':') + 1)))
                .filter(words -> words != null)
                .findFirst()
                .orElse(null);
    }
}
