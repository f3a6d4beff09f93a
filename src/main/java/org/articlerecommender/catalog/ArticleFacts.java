package org.articlerecommender.catalog;

import java.time.LocalDate;
import java.util.List;

/** What is known of an article besides its abstract and its history: small enough to keep many in memory. */
public record ArticleFacts(
        ArticleId id,
        String title,
        List<String> authors,
        List<String> categories,
        String primaryCategory,
        LocalDate announced) {

    public ArticleFacts {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }
}
