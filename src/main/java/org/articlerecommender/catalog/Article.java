package org.articlerecommender.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One paper as its latest version describes it.
 *
 * @param version the latest version known, from 1
 * @param summary the abstract
 * @param categories all categories it is listed under, the primary one among them
 * @param published when version 1 was submitted
 * @param updated when the latest version was submitted
 * @param announced the day arXiv announced it, or the best known stand-in for that day
 * @param comment null when there is none, like {@code journalRef} and {@code doi}
 * @param sample whether it is one of the invented articles that ship with the product
 */
public record Article(
        ArticleId id,
        int version,
        String title,
        @JsonProperty("abstract") String summary,
        List<String> authors,
        List<String> categories,
        @JsonProperty("primary_category") String primaryCategory,
        Instant published,
        Instant updated,
        LocalDate announced,
        String comment,
        @JsonProperty("journal_ref") String journalRef,
        String doi,
        boolean withdrawn,
        boolean sample) {

    public Article {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** Where arXiv shows it, for the latest version known. */
    @JsonIgnore
    public String address() {
        return "http://arxiv.org/abs/" + id.value() + "v" + version;
    }

    /** What stands for the article where its meaning counts: the title and the abstract. */
    @JsonIgnore
    public String text() {
        return title + "\n" + summary;
    }

    /** The same, taken back by its authors or by arXiv. */
    public Article takenBack() {
        return new Article(
                id,
                version,
                title,
                summary,
                authors,
                categories,
                primaryCategory,
                published,
                updated,
                announced,
                comment,
                journalRef,
                doi,
                true,
                sample);
    }
}
