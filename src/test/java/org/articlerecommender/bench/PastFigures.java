package org.articlerecommender.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Past values of a million rows in one body of {@code POST /api/v1/features/historical}, and what memory that takes. */
class PastFigures {

    private static final int ROWS = 1_000_000;
    private static final int FEATURES = 20;
    private static final int DAYS = 20;

    private final List<String> ids;

    PastFigures(List<String> ids) {
        this.ids = ids;
    }

    void measure(Application application, Report report) throws IOException {
        double before = application.footprint().application();
        double most = before;
        long began = System.nanoTime();
        var connection = ask(application);
        double answered = 0;
        int lines = 0;
        try (var in = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8), 1 << 16)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.contains("\"problem\"")) {
                    throw new IllegalStateException("a row was refused: " + line);
                }
                answered = lines == 0 ? seconds(began) : answered;
                if (++lines % 50_000 == 0) {
                    most = Math.max(most, application.footprint().application());
                }
            }
        }
        if (lines != ROWS) {
            throw new IllegalStateException("%d lines for %d rows".formatted(lines, ROWS));
        }
        var name = "%,d rows of %d features in one body".formatted(ROWS, FEATURES);
        report.add(Figure.of(name, "s", new Sample(seconds(began)))
                .aiming(300)
                .noting("the first line after %.1f s, when all had been sent".formatted(answered)));
        report.add(
                Figure.of(name + ", resident at most", "MB", new Sample(most)).against("before", before));
    }

    private HttpURLConnection ask(Application application) throws IOException {
        var address = application.calls().get("/api/v1/features/historical").address();
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestProperty("Content-Type", "application/x-ndjson");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(1 << 16);
        try (var out = new BufferedWriter(
                new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8), 1 << 16)) {
            var random = new Random(1);
            var now = Instant.now();
            out.write(IntStream.range(0, FEATURES)
                    .mapToObj("\"bench:f%d\""::formatted)
                    .collect(Collectors.joining(",", "{\"features\": [", "]}\n")));
            for (int i = 0; i < ROWS; i++) {
                out.write("{\"entry_id\":\"%s\",\"event_timestamp\":\"%s\"}\n"
                        .formatted(
                                ids.get(random.nextInt(ids.size())), now.minusSeconds(random.nextInt(DAYS * 86_400))));
            }
        }
        return connection;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
