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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private record Paper(String id, LocalDate announced, Text text, List<String> categories) {

        String field() {
            return categories.isEmpty() ? "" : categories.get(0);
        }
    }

    private record Saved(LocalDate day, Paper paper) {}

    /** One day before it is compared; what was saved before it stands newest first. */
    private record Day(
            LocalDate day, List<Saved> liked, List<Paper> background, List<Paper> candidates, Set<String> positives) {

        Stream<Paper> papers() {
            return Stream.of(liked.stream().map(Saved::paper), background.stream(), candidates.stream())
                    .flatMap(one -> one);
        }
    }

    private final Map<String, Paper> papers = new LinkedHashMap<>();
    private final List<Paper> newest;
    private final Map<Content, List<String>> categories = new HashMap<>();
    private final Path directory;
    private final VectorsByText vectors;
    private final int mostDays;

    /** @param mostDays of each reader, the newest */
    ReadingLog(Path directory, VectorsByText vectors, int mostDays) throws IOException {
        this.directory = directory;
        this.mostDays = mostDays;
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
        this.newest = papers.values().stream()
                .sorted(Comparator.comparing(Paper::announced).reversed().thenComparing(Paper::id))
                .toList();
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
        var days = new ArrayList<Day>();
        for (var one : log.path("days")) {
            if (!one.path("positives").isEmpty()) {
                var day = day(one, saved, choices);
                if (!day.background().isEmpty() && !day.liked().isEmpty()) {
                    days.add(day);
                }
            }
        }
        var newest = days.subList(Math.max(0, days.size() - mostDays), days.size());
        vectors.prepare(newest.stream()
                .flatMap(Day::papers)
                .distinct()
                .map(paper -> text(paper, choices))
                .toList());
        return newest.stream().map(day -> task(day, choices)).toList();
    }

    private List<Saved> saved(JsonNode history) {
        var saved = new ArrayList<Saved>();
        for (var one : history) {
            // what is not of arXiv goes by its title
            var id = one.path("arxiv_id").asText(one.path("title").asText());
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

    private Day day(JsonNode day, List<Saved> saved, Choices choices) {
        var asOf = LocalDate.parse(day.path("day").asText());
        var liked = new LinkedHashMap<String, Saved>();
        saved.stream()
                .filter(one -> one.day().isBefore(asOf))
                .forEach(one -> liked.putIfAbsent(one.paper().id(), one));
        var candidates =
                strings(day.path("candidates")).stream().map(papers::get).toList();
        var before = before(asOf);
        var usual = fields(before.stream().limit(choices.background()));
        var draw = Fields.draw(fields(candidates.stream()), usual, choices.background());
        var background = before.stream()
                .filter(one -> draw.merge(one.field(), -1, Integer::sum) >= 0)
                .filter(one -> !liked.containsKey(one.id()))
                .toList();
        return new Day(
                asOf,
                List.copyOf(liked.values()),
                background,
                candidates,
                new HashSet<>(strings(day.path("positives"))));
    }

    private List<Paper> before(LocalDate day) {
        return newest.stream().filter(one -> one.announced().isBefore(day)).toList();
    }

    private static Map<String, Integer> fields(Stream<Paper> papers) {
        return papers.filter(one -> !one.field().isEmpty())
                .collect(Collectors.toMap(Paper::field, one -> 1, Integer::sum));
    }

    /** How far titles lie from their articles, by articles announced before the day. */
    private float[] away(LocalDate day) {
        var month = before(day.withDayOfMonth(1));
        var known = month.size() < BareTitles.ENOUGH ? before(day) : month;
        if (known.size() < BareTitles.ENOUGH) {
            return new float[0];
        }
        var sample = known.subList(0, Math.min(BareTitles.SAMPLE, known.size()));
        return BareTitles.mean(
                sample.stream()
                        .map(one -> vectors.content(one.text().title(), "").vector())
                        .toList(),
                sample.stream().map(one -> vectors.content(one.text()).vector()).toList());
    }

    private ReaderTask task(Day day, Choices choices) {
        var newest = day.liked().get(0).day();
        // where all are bare titles, they lie together
        var away = choices.titlesOnly() ? new float[0] : away(day.day());
        var liked = day.liked().stream()
                .map(one -> {
                    double days = newest.toEpochDay() - one.day().toEpochDay();
                    double weight = Math.max(0.005, Math.pow(0.5, days / choices.halfLifeDays()));
                    return new Liked(placed(content(one.paper(), choices), away), weight);
                })
                .toList();
        var wanted = new boolean[day.candidates().size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = day.positives().contains(day.candidates().get(i).id());
        }
        return new ReaderTask(
                liked, contents(day.background(), choices), contents(day.candidates(), choices), wanted, categories);
    }

    private static Content placed(Content content, float[] away) {
        return content.isTitleOnly() ? content.without(away) : content;
    }

    private List<Content> contents(List<Paper> papers, Choices choices) {
        return papers.stream().map(paper -> content(paper, choices)).toList();
    }

    private Content content(Paper paper, Choices choices) {
        var content = vectors.content(text(paper, choices));
        if (!paper.categories().isEmpty()) {
            categories.put(content, paper.categories());
        }
        return content;
    }

    private static Text text(Paper paper, Choices choices) {
        return new Text(
                paper.text().title(),
                choices.titlesOnly() ? "" : paper.text().summary(),
                choices.bylines() ? paper.text().authors() : List.of());
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(one -> strings.add(one.asText()));
        return strings;
    }
}
