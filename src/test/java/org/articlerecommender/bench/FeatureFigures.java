package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The feature store over HTTP: reads of 50 features, and how soon an event is in the features. */
class FeatureFigures {

    private static final int FEATURES = 50;
    private static final Map<Integer, Double> AIMS = Map.of(1, 2.0, 100, 8.0);
    private static final double AIM_EVENT = 50;
    private static final int READERS = 200;
    // a 99th percentile needs more than the hundreds that other figures take
    private static final int READS = 5;
    private static final int WARM_UP = 4;

    private final Options options;
    private final Path work;
    private final List<String> ids;
    private int acted;

    FeatureFigures(Options options, Path work, InventedArticles articles) {
        this.options = options;
        this.work = work;
        this.ids = articles.between(0, 500).stream().map(InventedArticle::id).toList();
    }

    /** The shipped definitions and a view of 50 numbers that are pushed. */
    Path definitions() throws IOException {
        var directory = Files.createDirectories(work.resolve("definitions"));
        try (var shipped = Files.newDirectoryStream(Path.of("feature-definitions"), "*.yaml")) {
            for (var file : shipped) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        var features = IntStream.range(0, FEATURES)
                .mapToObj(
                        "      - {name: f%d, dtype: float64, kind: value, default: 0, description: Invented}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
        Files.writeString(directory.resolve("bench.yaml"), """
                entity: article
                join_keys: [entry_id]
                views:
                  - name: bench
                    ttl: 30d
                    source: push
                    features:
                %s
                """.formatted(features));
        return directory;
    }

    void measure(Application application, Report report) throws Exception {
        var calls = application.calls();
        calls.send(calls.postJson("/api/v1/features/push", pushed()));
        var turns = new LinkedHashMap<String, Rounds.Turn>();
        turns.put("empty endpoint", turn(application, calls.get(Rounds.CHEAP)));
        for (int count : List.of(1, 10, 100, 500)) {
            turns.put(
                    "features of " + count, turn(application, calls.postJson("/api/v1/features/online", asked(count))));
        }
        turns.put("event to feature", round -> actions(application));
        // what is measured is a service that has been up for a while
        for (int i = 0; i < WARM_UP; i++) {
            for (var turn : turns.values()) {
                turn.run(-1);
            }
        }
        var rounds = Rounds.alternate(options.rounds(), turns);
        report.add(rounds.percentile("empty endpoint", 50));
        report.add(rounds.percentile("empty endpoint", 99));
        for (int count : List.of(1, 10, 100, 500)) {
            report.add(rounds.percentile("features of " + count, 50, "empty endpoint"));
            var p99 = rounds.percentile("features of " + count, 99, "empty endpoint");
            report.add(AIMS.containsKey(count) ? p99.aiming(AIMS.get(count)) : p99);
            report.add(rounds.cpu("features of " + count, "empty endpoint"));
        }
        report.add(rounds.percentile("event to feature", 50, "empty endpoint"));
        report.add(rounds.percentile("event to feature", 99, "empty endpoint").aiming(AIM_EVENT));
        new PastFigures(ids).measure(application, report);
    }

    private Rounds.Turn turn(Application application, Request request) {
        return round -> Load.closedLoop(application, 1, READS * options.requests(), i -> request);
    }

    // each time is that of recording a click and of reading its count, which must have grown
    private Load actions(Application application) throws IOException {
        return Load.measure(application, () -> {
            var times = new double[options.requests()];
            for (int i = 0; i < times.length; i++) {
                times[i] = action(application.calls());
            }
            return times;
        });
    }

    private double action(Calls calls) throws IOException {
        var reader = "reader " + acted % READERS;
        int expected = acted++ / READERS + 1;
        var id = UUID.randomUUID().toString();
        var event = calls.postJson(
                "/api/v1/events",
                Map.of("id", id, "user", reader, "type", "click", "article", ids.get(acted % ids.size())));
        var read = calls.postJson(
                "/api/v1/features/online",
                Map.of(
                        "features", List.of("user_daily_stats:clicks_7d"),
                        "entities", List.of(Map.of("user_id", reader))));
        long began = System.nanoTime();
        calls.send(event);
        var answer = new String(calls.send(read), StandardCharsets.UTF_8);
        double time = (System.nanoTime() - began) / 1e6;
        if (!answer.contains("\"values\":[%d]".formatted(expected))) {
            throw new IllegalStateException("the %d. click is not in %s".formatted(expected, answer));
        }
        return time;
    }

    private Map<String, Object> pushed() {
        var random = new Random(1);
        var now = Instant.now().toString();
        var rows = new ArrayList<Map<String, Object>>();
        for (var id : ids) {
            var values = new LinkedHashMap<String, Double>();
            IntStream.range(0, FEATURES).forEach(i -> values.put("f" + i, random.nextDouble()));
            rows.add(Map.of("entry_id", id, "event_timestamp", now, "values", values));
        }
        return Map.of("view", "bench", "rows", rows);
    }

    private Map<String, Object> asked(int count) {
        return Map.of(
                "features",
                IntStream.range(0, FEATURES).mapToObj(i -> "bench:f" + i).toList(),
                "entities",
                ids.subList(0, count).stream().map(id -> Map.of("entry_id", id)).toList());
    }
}
