package org.articlerecommender.recommend;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param articles all that the ids name
 */
record Candidates(long revision, LocalDate from, boolean stale, List<ArticleId> ids, Map<ArticleId, Article> articles) {

    static final Candidates NONE = of(-1, LocalDate.EPOCH, false, List.of());

    /** @param articles newest announcement first */
    static Candidates of(long revision, LocalDate from, boolean stale, List<Article> articles) {
        var kept = new LinkedHashMap<ArticleId, Article>();
        articles.stream().filter(article -> !article.withdrawn()).forEach(article -> kept.put(article.id(), article));
        return new Candidates(revision, from, stale, List.copyOf(kept.keySet()), Collections.unmodifiableMap(kept));
    }

    /** The first day on which one of them was announced. */
    LocalDate oldest() {
        return ids.isEmpty() ? from : articles.get(ids.get(ids.size() - 1)).announced();
    }
}
