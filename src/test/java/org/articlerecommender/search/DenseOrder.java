package org.articlerecommender.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.Embedder;

/** Orders a collection for its queries by the vectors of a model. */
final class DenseOrder {

    private final String model;
    private final Map<ArticleId, float[]> articles = new HashMap<>();
    private final Map<String, float[]> queries = new HashMap<>();
    private final Map<String, List<ArticleId>> best = new HashMap<>();

    DenseOrder(Judged judged, Embedder embedder) {
        model = embedder.model();
        var vectors =
                embedder.embed(judged.articles().stream().map(Article::text).toList());
        for (int i = 0; i < vectors.size(); i++) {
            articles.put(judged.articles().get(i).id(), vectors.get(i));
        }
        judged.queries().forEach((id, text) -> queries.put(id, embedder.embed(text)));
    }

    String model() {
        return model;
    }

    List<ArticleId> best(String query) {
        return best.computeIfAbsent(query, id -> {
            var scores = scores(id, articles.keySet());
            var order = new ArrayList<>(articles.keySet());
            order.sort(Comparator.comparingDouble((ArticleId article) -> -scores.get(article))
                    .thenComparing(article -> article));
            return List.copyOf(order.subList(0, Math.min(Search.CANDIDATES, order.size())));
        });
    }

    Map<ArticleId, Double> scores(String query, Collection<ArticleId> of) {
        var scores = new LinkedHashMap<ArticleId, Double>();
        of.forEach(article -> scores.put(article, (double) DotProduct.of(queries.get(query), articles.get(article))));
        return scores;
    }
}
