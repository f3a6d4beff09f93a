package org.articlerecommender.interest;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.articlerecommender.interest.InterestModel.Liked;
import org.articlerecommender.interest.VectorsByText.Text;

/**
 * A dated reading log: {@code candidates.jsonl.gz} with the articles (id, title, abstract, authors, categories,
 * announced) and for each reader a
 * file {@code NAME.json} with {@code history} (arxiv_id, title, abstract, avail) and {@code days} (day, candidates,
 * positives). What was there before a day orders that day's candidates; nothing dated that day or later is used.
 */
final class ReadingLog {

    private record Paper(String id, LocalDate announced, Text text, List<String> categories) {}

    private record Saved(LocalDate day, Paper paper) {}

    private final Map<String, Paper> papers = new LinkedHashMap<>();
    private final Map<Content, List<String>> categories = new HashMap<>();
    private final Path directory;
    private final VectorsByText vectors;

    ReadingLog(Path directory, VectorsByText vectors) throws IOException {
        this.directory = directory;
        this.vectors = vectors;
        var json = new ObjectMapper();
        try (var in = new GZIPInputStream(Files.newInputStream(directory.resolve("candidates.jsonl.gz")));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var node = json.readTree(line);
                var text = new Text(
                        node.path("title").asText(), node.path("abstract").asText(""), strings(node.path("authors")));
                var id = node.path("id").asText();
                var announced = LocalDate.parse(node.path("announced").asText());
                papers.put(id, new Paper(id, announced, text, strings(node.path("categories"))));
            }
        }
    }

    /**
     * A task for each day on which the reader saved something and something had been announced before; empty when there is
     * no such day.
     */
    List<ReaderTask> tasks(String reader, Choices choices) {
        JsonNode log;
        try {
            log = new ObjectMapper()
                    .readTree(directory.resolve(reader + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var saved = saved(log.path("history"));
        if (!choices.titlesOnly()) {
            vectors.prepare(papers.values().stream().map(Paper::text).toList());
            vectors.prepare(saved.stream().map(one -> one.paper().text()).toList());
        }
        var tasks = new ArrayList<ReaderTask>();
        for (var day : log.path("days")) {
            if (!day.path("positives").isEmpty()) {
                var task = task(day, saved, choices);
                if (!task.background().isEmpty() && !task.liked().isEmpty()) {
                    tasks.add(task);
                }
            }
        }
        return tasks;
    }

    private List<Saved> saved(JsonNode history) {
        var saved = new ArrayList<Saved>();
        for (var one : history) {
            var id = one.path("arxiv_id").asText();
            var known = papers.get(id);
            // of what is announced here as well the application would know more than the log
            var paper = known == null
                    ? new Paper(
                            id,
                            null,
                            new Text(
                                    one.path("title").asText(),
                                    one.path("abstract").asText("")),
                            List.of())
                    : new Paper(id, null, known.text(), known.categories());
            saved.add(new Saved(LocalDate.parse(one.path("avail").asText()), paper));
        }
        saved.sort(Comparator.comparing(Saved::day).reversed());
        return saved;
    }

    private ReaderTask task(JsonNode day, List<Saved> saved, Choices choices) {
        var asOf = LocalDate.parse(day.path("day").asText());
        var seen = new HashSet<String>();
        var liked = new ArrayList<Liked>();
        LocalDate newest = null;
        for (var one : saved) {
            if (one.day().isBefore(asOf) && seen.add(one.paper().id())) {
                newest = newest == null ? one.day() : newest;
                double days = newest.toEpochDay() - one.day().toEpochDay();
                double weight = Math.max(0.005, Math.pow(0.5, days / choices.halfLifeDays()));
                liked.add(new Liked(content(one.paper(), choices), weight));
            }
        }
        var positives = new HashSet<String>();
        day.path("positives").forEach(one -> positives.add(one.asText()));
        var candidates = new ArrayList<Content>();
        var wanted = new boolean[day.path("candidates").size()];
        for (int i = 0; i < wanted.length; i++) {
            var id = day.path("candidates").get(i).asText();
            candidates.add(content(papers.get(id), choices));
            wanted[i] = positives.contains(id);
        }
        return new ReaderTask(liked, background(asOf, seen, choices), candidates, wanted, categories);
    }

    private List<Content> background(LocalDate asOf, Set<String> without, Choices choices) {
        return papers.values().stream()
                .filter(one -> one.announced().isBefore(asOf) && !without.contains(one.id()))
                .sorted(Comparator.comparing(Paper::announced).reversed().thenComparing(Paper::id))
                .limit(choices.background())
                .map(one -> content(one, choices))
                .toList();
    }

    private Content content(Paper paper, Choices choices) {
        var text = paper.text();
        var content = vectors.content(new Text(
                text.title(),
                choices.titlesOnly() ? "" : text.summary(),
                choices.bylines() ? text.authors() : List.of()));
        if (!paper.categories().isEmpty()) {
            categories.put(content, paper.categories());
        }
        return content;
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(one -> strings.add(one.asText()));
        return strings;
    }
}
