package org.articlerecommender.recommend;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/**
 * The articles that lists are chosen from at one moment, without what was withdrawn. Immutable, so that a request works
 * on one state from its beginning to its end.
 *
 * @param revision the catalog's revision that it was read at
 * @param from the first day of the window
 * @param stale whether nothing was announced in the window, so that the newest articles before it stand in
 * @param ids newest announcement first
 * @param articles one per id, in the same order
 * @param places the place of each id among the ids
 */
record Candidates(
        long revision,
        LocalDate from,
        boolean stale,
        List<ArticleId> ids,
        List<Article> articles,
        Map<ArticleId, Integer> places) {

    static final Candidates NONE = of(-1, LocalDate.EPOCH, false, List.of());

    /** @param read newest announcement first, none twice */
    static Candidates of(long revision, LocalDate from, boolean stale, List<Article> read) {
        var articles = read.stream().filter(article -> !article.withdrawn()).toList();
        var ids = articles.stream().map(Article::id).toList();
        var places = new HashMap<ArticleId, Integer>(ids.size() * 2);
        IntStream.range(0, ids.size()).forEach(place -> places.put(ids.get(place), place));
        return new Candidates(revision, from, stale, ids, articles, places);
    }

    boolean has(ArticleId article) {
        return places.containsKey(article);
    }

    /** One of the candidates. */
    Article article(ArticleId id) {
        return articles.get(places.get(id));
    }
}
