package org.articlerecommender.features;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;

/** The vectors that features are computed from. */
interface Vectors {

    /** The model they are of; vectors of different models do not compare. */
    String model();

    /** One vector per text, in the order given. */
    List<float[]> texts(List<String> texts);

    /** The vectors of those of the articles that have one. */
    Map<ArticleId, float[]> articles(Collection<ArticleId> articles);

    /** One vector per article, in the order given; null for an article that has none. */
    default List<float[]> inOrder(List<ArticleId> articles) {
        var found = articles(articles);
        return articles.stream().map(found::get).toList();
    }
}
