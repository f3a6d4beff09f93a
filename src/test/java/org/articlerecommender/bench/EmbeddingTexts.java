package org.articlerecommender.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Titles, and titles with abstracts, of the same articles. */
record EmbeddingTexts(List<String> titles, List<String> articles) {

    /**
     * So many articles, spread evenly.
     *
     * @param file an article a line as JSON, gzipped if its name says so; empty for invented articles
     */
    static EmbeddingTexts of(Optional<Path> file, int count) throws IOException {
        if (file.isEmpty()) {
            var invented = new InventedArticles(7, LocalDate.now(ZoneOffset.UTC), count).between(0, count);
            return new EmbeddingTexts(
                    invented.stream().map(InventedArticle::title).toList(),
                    invented.stream()
                            .map(article -> article.title() + "\n" + article.summary())
                            .toList());
        }
        var lines = lines(file.get());
        int step = lines.size() / count;
        if (step == 0) {
            throw new IOException("%s has %d articles, fewer than %d".formatted(file.get(), lines.size(), count));
        }
        var articles = new ArrayList<JsonNode>();
        for (int i = 0; i < count; i++) {
            articles.add(new ObjectMapper().readTree(lines.get(i * step)));
        }
        return new EmbeddingTexts(
                articles.stream().map(article -> article.path("title").asText()).toList(),
                articles.stream()
                        .map(article -> article.path("title").asText() + "\n"
                                + article.path("abstract").asText())
                        .toList());
    }

    /** The first of them. */
    EmbeddingTexts first(int count) {
        return new EmbeddingTexts(titles.subList(0, count), articles.subList(0, count));
    }

    private static List<String> lines(Path file) throws IOException {
        try (var in = Files.newInputStream(file);
                var text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                var lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
