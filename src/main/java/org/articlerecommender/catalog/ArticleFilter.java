package org.articlerecommender.catalog;

import java.time.LocalDate;

/**
 * Which articles a list wants; a null part does not restrict.
 *
 * @param category an arXiv category like {@code cs.IR}, or an archive like {@code cs} for all of its categories
 * @param from the first announcement day
 * @param to the last announcement day
 * @param words words that title or abstract must hold, in the syntax of PostgreSQL's {@code websearch_to_tsquery}
 */
public record ArticleFilter(String category, LocalDate from, LocalDate to, String words) {

    /** All articles. */
    public static final ArticleFilter ALL = new ArticleFilter(null, null, null, null);

    /** The articles announced on that day or later. */
    public static ArticleFilter since(LocalDate from) {
        return new ArticleFilter(null, from, null, null);
    }
}
