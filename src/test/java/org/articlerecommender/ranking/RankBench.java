package org.articlerecommender.ranking;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.articlerecommender.Eventually;
import org.articlerecommender.bench.Calls;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.embedding.PerturbedVectors;
import org.junit.jupiter.api.Test;

/**
 * Measures {@code POST /api/v1/rank} beside a large catalog; {@code scripts/bench --only rank} runs it, no test run does. A few
 * hundred articles are embedded; the others have words and vectors that are made of theirs.
 */
@QuarkusTest
class RankBench {

    private static final int ARTICLES = Integer.getInteger("bench.articles", 100_000);
    private static final int EMBEDDED = 400;
    private static final int LIKED = Integer.getInteger("bench.liked", 3_500);
    private static final int CANDIDATES = 300;
    private static final int A_DAY = 1_000;
    private static final int WARM = 10;
    private static final int CALLS = Integer.getInteger("bench.calls", 40);
    private static final List<String> SUBJECTS = List.of(
            "ferries",
            "glaciers",
            "bread",
            "beehives",
            "tides",
            "proteins",
            "lattices",
            "parsers",
            "auctions",
            "orbits");
    private static final List<String> VERBS =
            List.of("Counting", "Steering", "Drying", "Predicting", "Folding", "Sorting");

    private final Catalog catalog;
    private final Embedding embedding;
    private final ArticleVectors vectors;
    private final PerturbedVectors perturbed;
    private final Random random = new Random(7);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @TestHTTPResource
    URI base;

    RankBench(Catalog catalog, Embedding embedding, ArticleVectors vectors, PerturbedVectors perturbed) {
        this.catalog = catalog;
        this.embedding = embedding;
        this.vectors = vectors;
        this.perturbed = perturbed;
    }

    @Test
    void rankOfManyLikedBesideALargeCatalog() throws IOException, SQLException {
        fill();
        var calls = new Calls(base);
        var rank = new double[CALLS];
        var empty = new double[CALLS];
        for (int i = -WARM; i < CALLS; i++) {
            var request = calls.postJson("/api/v1/rank", body());
            double taken = milliseconds(() -> calls.send(request));
            var none = calls.postJson("/api/v1/rank", Map.of("liked", List.of(), "candidates", List.of()));
            double nothing = milliseconds(() -> calls.send(none));
            if (i >= 0) {
                rank[i] = taken;
                empty[i] = nothing;
            }
        }
        print("articles in the catalog", vectors.size(), "");
        print("rank %d liked, %d candidates, median".formatted(LIKED, CANDIDATES), at(rank, 0.5), " ms");
        print("… 5th and 95th percentile", at(rank, 0.05), " .. %.1f ms".formatted(at(rank, 0.95)));
        print("the same call with nothing in it, median", at(empty, 0.5), " ms");
    }

    private interface Call {
        void run() throws IOException;
    }

    private static double milliseconds(Call call) throws IOException {
        long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private static void print(String name, double value, String rest) {
        System.out.printf(Locale.ROOT, "BENCH %-55s %.1f%s%n", name, value, rest);
    }

    private void fill() throws SQLException {
        var few = IntStream.range(0, EMBEDDED).mapToObj(this::article).toList();
        catalog.save(few);
        embedding.embedNow(few.stream().map(Article::id).toList());
        for (int from = EMBEDDED; from < ARTICLES; from += 5_000) {
            catalog.save(IntStream.range(from, Math.min(from + 5_000, ARTICLES))
                    .mapToObj(this::article)
                    .toList());
        }
        perturbed.fill(
                List.copyOf(vectors.of(few.stream().map(Article::id).toList()).values()), random);
        Eventually.holds("all have a vector", Duration.ofMinutes(3), () -> vectors.size() >= ARTICLES);
    }

    /** Other readers and other candidates at each call; what was liked lies further back. */
    private Map<String, Object> body() {
        var candidates = random.ints(0, A_DAY)
                .distinct()
                .limit(CANDIDATES)
                .mapToObj(i -> id(i).value())
                .toList();
        var liked = random.ints(A_DAY, ARTICLES)
                .distinct()
                .limit(LIKED)
                .mapToObj(i -> Map.of("id", id(i).value(), "at", day(i).toString()))
                .toList();
        return Map.of("asOf", today.plusDays(1).toString(), "liked", liked, "candidates", candidates);
    }

    private static ArticleId id(int number) {
        return new ArticleId("%02d01.%05d".formatted(10 + number / 50_000, number % 50_000));
    }

    private LocalDate day(int number) {
        return today.minusDays(number / A_DAY);
    }

    private Article article(int number) {
        var words = new Random(number);
        var subject = SUBJECTS.get(words.nextInt(SUBJECTS.size()));
        var title = "%s %s, part %d".formatted(VERBS.get(words.nextInt(VERBS.size())), subject, words.nextInt(100_000));
        var authors = new ArrayList<String>();
        for (int i = 0; i <= words.nextInt(6); i++) {
            authors.add("Author " + words.nextInt(60_000));
        }
        var at = Instant.now().minus(Duration.ofDays(number / A_DAY));
        return new Article(
                id(number),
                1,
                title,
                summary(words, subject),
                authors,
                List.of("cs.LG"),
                "cs.LG",
                at,
                at,
                day(number),
                null,
                null,
                null,
                false,
                false);
    }

    /** Some 120 words as common as words are. */
    private static String summary(Random words, String subject) {
        var text = new StringBuilder("On ").append(subject);
        for (int i = 0; i < 120; i++) {
            text.append(" word").append((int) Math.exp(words.nextDouble() * Math.log(30_000)));
        }
        return text.toString();
    }
}
