package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Terms;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long the search by words takes beside PostgreSQL's own, in turns: {@code ./mvnw test -Dtest=SearchSpeed
 * -Dcorpus=FILE}, with a file in the form of the import, packed by gzip.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class SearchSpeed {

    private static final String POSTGRES = """
            select id from catalog.article, to_tsquery('english', nullif(array_to_string(array(
                select quote_literal(lexeme) from unnest(to_tsvector('english', ?))), ' | '), '')) asked
            where words @@ asked order by ts_rank(words, asked, 1) desc, announced desc, id limit 200
            """;
    private static final int QUERIES = 60;
    private static final int WORDS = 4;

    private final Catalog catalog;
    private final WordIndexing indexing;
    private final DataSource dataSource;
    private final Path directory;

    SearchSpeed(
            Catalog catalog,
            WordIndexing indexing,
            DataSource dataSource,
            @ConfigProperty(name = "data.dir") String dataDir) {
        this.catalog = catalog;
        this.indexing = indexing;
        this.dataSource = dataSource;
        this.directory = Path.of(dataDir, "word-index");
    }

    @Test
    void measure() throws Exception {
        var articles = articles(Path.of(System.getProperty("corpus")));
        for (int from = 0; from < articles.size(); from += 2000) {
            catalog.save(articles.subList(from, Math.min(articles.size(), from + 2000)));
        }
        indexing.close();
        WordIndexFiles.remove(directory);
        long start = System.nanoTime();
        indexing.refresh();
        System.out.printf(
                "%d articles indexed anew in %.1f s, %.1f MB on disk%n",
                indexing.current().size(), (System.nanoTime() - start) / 1e9, size() / 1e6);
        indexing.close();
        start = System.nanoTime();
        indexing.refresh();
        System.out.printf("opened again and in step after %.0f ms%n", (System.nanoTime() - start) / 1e6);

        var lucene = new ArrayList<Double>();
        var postgres = new ArrayList<Double>();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < QUERIES; i++) {
                var title = articles.get(i * (articles.size() / QUERIES)).title();
                var query = String.join(
                        " ",
                        Arrays.asList(title.split("\\s+")).subList(0, Math.min(WORDS, title.split("\\s+").length)));
                double one = lucene(query);
                double other = postgres(query);
                // the first round only warms both
                if (round > 0) {
                    lucene.add(one);
                    postgres.add(other);
                }
            }
        }
        System.out.printf(
                "200 best of %d queries of %d words, ms: BM25 %s; PostgreSQL %s%n",
                QUERIES, WORDS, spread(lucene), spread(postgres));
        assertThat(median(lucene)).isPositive();
    }

    private double lucene(String query) throws IOException {
        var asked = SearchQuery.of(query, Search.Filter.NONE);
        var queries = new WordQueries(Terms.ENGLISH, WordRanking.CHOSEN);
        long start = System.nanoTime();
        List<WordSearch.Hit> found = indexing.current().read(search -> search.best(queries.any(asked), 200));
        assertThat(found).isNotNull();
        return (System.nanoTime() - start) / 1e6;
    }

    private double postgres(String query) throws SQLException {
        long start = System.nanoTime();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(POSTGRES)) {
            statement.setString(1, query);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getString(1)).isNotNull();
                }
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static String spread(List<Double> times) {
        var sorted = times.stream().sorted().toList();
        return "median %.2f, p95 %.2f".formatted(median(times), sorted.get(sorted.size() * 95 / 100));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private long size() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static List<Article> articles(Path file) throws IOException {
        var json = new ObjectMapper();
        var articles = new ArrayList<Article>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                articles.add(article(json.readTree(line)));
            }
        }
        return articles;
    }

    private static Article article(JsonNode one) {
        var dated = one.hasNonNull("announced") ? one.get("announced") : one.get("published");
        var day = LocalDate.parse(dated.asText().substring(0, 10));
        var moment = day.atStartOfDay().atOffset(ZoneOffset.UTC).toInstant();
        return new Article(
                ArticleId.of(one.get("id").asText()),
                1,
                one.get("title").asText(),
                one.get("abstract").asText(),
                texts(one.get("authors")),
                texts(one.get("categories")),
                one.get("primary_category").asText(),
                moment,
                moment,
                day,
                null,
                null,
                null,
                false,
                false);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
