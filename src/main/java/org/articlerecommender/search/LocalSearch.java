package org.articlerecommender.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Terms;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.TextVectors;

/** Finds among the articles stored here, by words and by meaning. */
@Singleton
class LocalSearch {

    private final WordIndexing words;
    private final TextVectors texts;
    private final ArticleVectors vectors;
    private final Catalog catalog;
    private final WordQueries queries = new WordQueries(Terms.ENGLISH, WordRanking.CHOSEN);

    LocalSearch(WordIndexing words, TextVectors texts, ArticleVectors vectors, Catalog catalog) {
        this.words = words;
        this.texts = texts;
        this.vectors = vectors;
        this.catalog = catalog;
    }

    /** Whether every article of the catalog can be found by its words. */
    boolean complete() {
        return words.complete();
    }

    Optional<Search.Item> named(ArticleId id) {
        return catalog.find(id).map(article -> new Search.Item(article, 1));
    }

    /**
     * At most as many articles, in their order, each with its score. By {@code NEWEST} those that hold all of the words; when
     * none does, the best come as by {@code RELEVANCE}.
     */
    List<Search.Item> find(SearchQuery asked, Search.Order order, int most) {
        var scores = scores(asked, order, most);
        var articles = catalog.find(scores.keySet());
        return scores.entrySet().stream()
                .filter(entry -> articles.containsKey(entry.getKey()))
                .map(entry -> new Search.Item(articles.get(entry.getKey()), entry.getValue()))
                .limit(most)
                .toList();
    }

    private Map<ArticleId, Double> scores(SearchQuery asked, Search.Order order, int most) {
        if (asked.words().isBlank() && !asked.filters()) {
            return Map.of();
        }
        try {
            return words.current().read(search -> {
                if (order == Search.Order.NEWEST || asked.words().isBlank()) {
                    var newest = search.newest(queries.all(asked), most);
                    if (!newest.isEmpty() || asked.words().isBlank()) {
                        return places(newest);
                    }
                }
                return best(search, asked);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("searching the index of words", e);
        }
    }

    private Map<ArticleId, Double> best(WordSearch search, SearchQuery asked) throws IOException {
        var byWords = queries.any(asked);
        var fits = new LinkedHashMap<ArticleId, Double>();
        search.best(byWords, Search.CANDIDATES).forEach(hit -> fits.put(hit.article(), hit.score()));
        var query = texts.of(asked.words());
        var near = new LinkedHashMap<ArticleId, Double>();
        vectors.nearest(query, Search.CANDIDATES, asked.from(), asked.to(), wanted(search, asked))
                .forEach(one -> near.put(one.article(), one.similarity()));
        complete(fits, near, query, search, byWords);
        return Fusion.ofScores(fits, near, Search.WORDS_SHARE);
    }

    // what one side found has its true score on the other side too, and not none
    private void complete(
            Map<ArticleId, Double> fits, Map<ArticleId, Double> near, float[] query, WordSearch search, Query byWords)
            throws IOException {
        var nearOnly = new ArrayList<>(near.keySet());
        nearOnly.removeAll(fits.keySet());
        vectors.of(fits.keySet())
                .forEach((article, vector) -> near.putIfAbsent(article, (double) DotProduct.of(query, vector)));
        fits.putAll(search.scores(byWords, nearOnly));
    }

    private Predicate<ArticleId> wanted(WordSearch search, SearchQuery asked) throws IOException {
        if (!asked.restricts()) {
            return article -> true;
        }
        Set<ArticleId> allowed = search.every(queries.filters(asked).build());
        return allowed::contains;
    }

    private static Map<ArticleId, Double> places(List<ArticleId> order) {
        var scores = new LinkedHashMap<ArticleId, Double>();
        order.forEach(article -> scores.put(article, 1.0 / (scores.size() + 1)));
        return scores;
    }
}
