package org.articlerecommender.recommend;

import java.time.LocalDate;
import java.util.List;
import org.articlerecommender.catalog.Article;

/**
 * The articles that lists are chosen from at one moment, newest announcement first, without what was withdrawn.
 * Immutable, so that a request works on one state from its beginning to its end.
 *
 * @param revision the catalog's revision that it was read at
 * @param from the first day of the window
 * @param stale whether nothing was announced in the window, so that the newest articles before it stand in
 */
record Candidates(long revision, LocalDate from, boolean stale, List<Article> articles) {

    static final Candidates NONE = new Candidates(-1, LocalDate.EPOCH, false, List.of());

    Candidates {
        articles = articles.stream().filter(article -> !article.withdrawn()).toList();
    }
}
