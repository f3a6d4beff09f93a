package org.articlerecommender.recommend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.ZoneOffset;
import java.util.List;
import org.articlerecommender.catalog.Article;

/**
 * An article as the original's API answers it (SEED A6): these fields in this order, days as {@code YYYY-MM-DD}, what
 * is not known as null.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({
    "entry_id",
    "updated",
    "published",
    "title",
    "authors",
    "categories",
    "comment",
    "summary",
    "primary_category",
    "doi",
    "submitted",
    "journal_ref"
})
record SeedDocument(
        String entry_id,
        String updated,
        String published,
        String title,
        List<String> authors,
        List<String> categories,
        String comment,
        String summary,
        String primary_category,
        String doi,
        String submitted,
        String journal_ref) {

    static SeedDocument of(Article article) {
        var published =
                article.published().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return new SeedDocument(
                article.address(),
                article.updated().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                published,
                article.title(),
                article.authors(),
                article.categories(),
                article.comment(),
                article.summary(),
                article.primaryCategory(),
                article.doi(),
                published,
                article.journalRef());
    }
}
