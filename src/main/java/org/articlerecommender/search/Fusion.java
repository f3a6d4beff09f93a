package org.articlerecommender.search;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;

/**
 * Makes one order out of several by reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): an article's score
 * is the sum over the lists of 1 / (60 + its place, from 1). Needs no common scale between words and meaning.
 */
final class Fusion {

    private static final double K = 60;

    private Fusion() {}

    /** Every article of any list once, best first, with its score; ties as they first came. */
    static Map<ArticleId, Double> of(List<List<ArticleId>> lists) {
        var scores = new LinkedHashMap<ArticleId, Double>();
        for (var list : lists) {
            var places = new HashMap<ArticleId, Integer>();
            list.forEach(article -> places.putIfAbsent(article, places.size() + 1));
            list.stream()
                    .distinct()
                    .forEach(article -> scores.merge(article, 1 / (K + places.get(article)), Double::sum));
        }
        var ordered = new LinkedHashMap<ArticleId, Double>();
        scores.entrySet().stream()
                .sorted(Map.Entry.<ArticleId, Double>comparingByValue().reversed())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
