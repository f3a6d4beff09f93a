package org.articlerecommender.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.articlerecommender.bench.Paired;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.catalog.Terms;

/**
 * A collection with judgements in the form of BEIR: {@code corpus.jsonl}, {@code queries.jsonl} (each plain or
 * {@code .gz}) and {@code qrels.tsv} or {@code qrels/test.tsv}.
 *
 * @param relevant per query, how relevant documents are, above 0
 */
record Judged(List<Article> articles, Map<String, String> queries, Map<String, Map<ArticleId, Integer>> relevant) {

    static Judged in(Path directory) throws IOException {
        var articles = new ArrayList<Article>();
        var ids = new HashMap<String, ArticleId>();
        lines(file(directory, "corpus.jsonl"), line -> {
            var article = article(articles.size(), json(line));
            ids.put(json(line).get("_id").asText(), article.id());
            articles.add(article);
        });
        var relevant = new HashMap<String, Map<ArticleId, Integer>>();
        lines(file(directory, "qrels.tsv", "qrels/test.tsv"), line -> {
            var parts = line.split("\t");
            if (parts.length == 3 && !parts[2].equals("score") && Integer.parseInt(parts[2]) > 0) {
                relevant.computeIfAbsent(parts[0], query -> new HashMap<>())
                        .put(ids.get(parts[1]), Integer.parseInt(parts[2]));
            }
        });
        var queries = new TreeMap<String, String>();
        lines(file(directory, "queries.jsonl"), line -> {
            var query = json(line);
            if (relevant.containsKey(query.get("_id").asText())) {
                queries.put(query.get("_id").asText(), query.get("text").asText());
            }
        });
        return new Judged(articles, queries, relevant);
    }

    /** nDCG@10 of an order. */
    double ndcg(String query, List<ArticleId> order) {
        var gains = relevant.get(query);
        double sum = 0;
        for (int i = 0; i < Math.min(10, order.size()); i++) {
            sum += gains.getOrDefault(order.get(i), 0) / log2(i + 2);
        }
        var best = gains.values().stream().sorted((a, b) -> b - a).limit(10).toList();
        double most = 0;
        for (int i = 0; i < best.size(); i++) {
            most += best.get(i) / log2(i + 2);
        }
        return sum / most;
    }

    /** nDCG@10 of the order that each query gets. */
    Paired measure(String name, Function<String, List<ArticleId>> order) {
        return new Paired(
                name,
                queries.keySet().stream()
                        .mapToDouble(query -> ndcg(query, order.apply(query)))
                        .toArray());
    }

    /** For each query the documents whose words fit it best. */
    Map<String, List<WordSearch.Hit>> byWords(WordRanking ranking, int most) throws IOException {
        try (var index = new WordIndex(new ByteBuffersDirectory(), Terms.ENGLISH, ranking)) {
            index.put(articles);
            var made = new WordQueries(Terms.ENGLISH, ranking);
            return index.read(search -> {
                var found = new LinkedHashMap<String, List<WordSearch.Hit>>();
                for (var query : queries.entrySet()) {
                    var asked = SearchQuery.of(query.getValue(), Search.Filter.NONE);
                    found.put(query.getKey(), search.best(made.any(asked), most));
                }
                return found;
            });
        }
    }

    private static double log2(int number) {
        return Math.log(number) / Math.log(2);
    }

    // a place in the collection in the shape of an id, for the application knows no others
    private static Article article(int place, JsonNode document) {
        var shape = Invented.article(
                "%04d.%05d".formatted(9000 + place / 100_000, place % 100_000),
                1,
                document.path("title").asText(""),
                "cs.IR",
                LocalDate.parse("2020-01-01"));
        return new Article(
                shape.id(),
                1,
                shape.title(),
                document.path("text").asText(),
                List.of(),
                shape.categories(),
                "cs.IR",
                shape.published(),
                shape.updated(),
                shape.announced(),
                null,
                null,
                null,
                false,
                false);
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a line of JSON: " + line, e);
        }
    }

    private static Path file(Path directory, String... names) throws IOException {
        return Stream.of(names)
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IOException("%s has no %s".formatted(directory, names[0])));
    }

    private static void lines(Path file, Consumer<String> each) throws IOException {
        InputStream in = Files.newInputStream(file);
        try (var reader = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isBlank()).forEach(each);
        }
    }
}
