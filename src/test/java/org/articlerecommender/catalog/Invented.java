package org.articlerecommender.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Articles that tests make up. */
public final class Invented {

    private Invented() {}

    /** An article announced on that day, with a short abstract about its title. */
    public static Article article(String id, int version, String title, String category, LocalDate announced) {
        var published = announced.minusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Article(
                new ArticleId(id),
                version,
                title,
                title + ". We study this question with measurements and report what we found.",
                List.of("Ada Example"),
                List.of(category),
                category,
                published,
                published.plusSeconds(version - 1),
                announced,
                null,
                null,
                null,
                false,
                false);
    }

    /** The first version of an article that no feed shows any more. */
    public static Article old(String id, String title) {
        return article(id, 1, title, "cs.CY", LocalDate.parse("2024-01-11"));
    }

    /** The first version of an article that was announced today. */
    public static Article ofToday(String id, String title, String category) {
        return article(id, 1, title, category, LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC));
    }
}
