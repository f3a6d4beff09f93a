package org.articlerecommender.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/** Invented articles for the tests of the pages. */
class SampleArticles {

    static final ArticleId FERRY = new ArticleId("2611.70001");
    static final ArticleId OLD = new ArticleId("hep-th/9901001");
    static final ArticleId INVENTED = new ArticleId("2611.70003");

    private SampleArticles() {}

    static List<Article> all(Instant now) {
        return List.of(
                article(
                        FERRY,
                        "Ferries that Wait: Timetables under $\\sigma$-Bounded Delay",
                        false,
                        now,
                        "J. Ferr. 3, 14",
                        "10.0000/ferry.1"),
                article(OLD, "Strings <b>and</b> Knots", false, now, null, null),
                article(INVENTED, "A Harbour of Samples", true, now, null, null));
    }

    static List<Article> many(int count, Instant now) {
        return IntStream.range(0, count)
                .mapToObj(i -> article(
                        new ArticleId("2611.8%04d".formatted(i)), "Tidal Ledger, Part " + i, false, now, null, null))
                .toList();
    }

    private static Article article(
            ArticleId id, String title, boolean sample, Instant now, String journal, String doi) {
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Article(
                id,
                2,
                title,
                "Ferry timetables assume that every boat leaves on time. We let boats wait for $n$ late passengers and"
                        + " show what that costs. <script>alert('abstract')</script>",
                List.of("Ada Harbour", "Ben Quay", "Cleo Pier", "Dan Wharf", "Eve Dock", "Finn Buoy"),
                List.of("cs.IR", "stat.ML"),
                "cs.IR",
                now.minusSeconds(86_400),
                now.minusSeconds(3_600),
                day,
                journal == null ? null : "14 pages, 3 boats",
                journal,
                doi,
                false,
                sample);
    }
}
