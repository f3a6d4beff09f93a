package org.articlerecommender.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/** Articles of a file of the import's form, dealt out to days as if they were announced then. */
final class SimulatedCorpus {

    private final List<JsonNode> lines;
    private final int aDay;

    SimulatedCorpus(Path file, int days, Random random) throws IOException {
        var json = new ObjectMapper();
        lines = new ArrayList<>(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> read(json, line))
                .toList());
        Collections.shuffle(lines, random);
        aDay = lines.size() / days;
    }

    private static JsonNode read(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Article> announced(int number, LocalDate day) {
        return lines.subList(number * aDay, (number + 1) * aDay).stream()
                .map(line -> article(line, day))
                .toList();
    }

    private static Article article(JsonNode line, LocalDate day) {
        var at = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Article(
                ArticleId.parse(line.get("id").asText()).orElseThrow(),
                1,
                line.get("title").asText(),
                line.get("abstract").asText(),
                texts(line.get("authors")),
                texts(line.get("categories")),
                line.path("primary_category")
                        .asText(line.get("categories").get(0).asText()),
                at,
                at,
                day,
                null,
                null,
                null,
                false,
                false);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
