package org.articlerecommender.ingestion;

import java.util.List;
import org.articlerecommender.catalog.Article;

/**
 * One page of arXiv's answer, in arXiv's order.
 *
 * @param total how many articles arXiv counts for the whole query; a page may be shorter than asked although there are
 *     more
 * @param unreadable entries of the page that lack an id, a title or a date, and are not among the articles
 */
public record ArxivPage(long total, List<Article> articles, int unreadable) {

    public ArxivPage {
        articles = List.copyOf(articles);
    }

    /** How many entries the page has, readable or not. */
    int entries() {
        return articles.size() + unreadable;
    }
}
