package org.articlerecommender.search;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;

/** Makes one order out of several. */
final class Fusion {

    private static final double K = 60;

    private Fusion() {}

    /**
     * By reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009), which needs no common scale: an article's score
     * is the sum over the lists of 1 / (60 + its place, from 1).
     *
     * @return every article of any list once, best first, with its score; ties as they first came
     */
    static Map<ArticleId, Double> ofPlaces(List<List<ArticleId>> lists) {
        var scores = new LinkedHashMap<ArticleId, Double>();
        for (var list : lists) {
            var places = new LinkedHashMap<ArticleId, Integer>();
            list.forEach(article -> places.putIfAbsent(article, places.size() + 1));
            places.forEach((article, place) -> scores.merge(article, 1 / (K + place), Double::sum));
        }
        return ordered(scores);
    }

    /**
     * By how well words and meaning fit: each is brought to the range from 0 to 1, over the articles that have one, and
     * they are added with their weights. An article without one of them has its 0.
     *
     * @param share what the words count, from 0 to 1; meaning counts the rest
     * @return every article once, best first, with its score from 0 to 1; ties as they first came
     */
    static Map<ArticleId, Double> ofScores(Map<ArticleId, Double> words, Map<ArticleId, Double> meaning, double share) {
        var byWords = scaled(words, 0);
        var byMeaning = scaled(meaning, least(meaning.values()));
        var all = new LinkedHashSet<>(words.keySet());
        all.addAll(meaning.keySet());
        var scores = new LinkedHashMap<ArticleId, Double>();
        all.forEach(article -> scores.put(
                article,
                share * byWords.getOrDefault(article, 0.0) + (1 - share) * byMeaning.getOrDefault(article, 0.0)));
        return ordered(scores);
    }

    private static double least(Collection<Double> scores) {
        return scores.isEmpty() ? 0 : Collections.min(scores);
    }

    private static Map<ArticleId, Double> scaled(Map<ArticleId, Double> scores, double least) {
        var scaled = new HashMap<ArticleId, Double>();
        double range = scores.isEmpty() ? 0 : Collections.max(scores.values()) - least;
        // where all fit equally, none is pushed back
        scores.forEach((article, score) -> scaled.put(article, range > 0 ? (score - least) / range : 1.0));
        return scaled;
    }

    private static Map<ArticleId, Double> ordered(Map<ArticleId, Double> scores) {
        var ordered = new LinkedHashMap<ArticleId, Double>();
        scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
