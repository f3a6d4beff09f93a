package org.articlerecommender.features;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.articlerecommender.bench.Calls;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Measures the feature store; {@code scripts/bench --only features} runs it, no test run does. The variants of a figure
 * take turns within one run. PostgreSQL runs without fsync here, which reading does not notice.
 */
@QuarkusTest
class StoreBench {

    private static final int FEATURES = 50;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final int READS = Integer.getInteger("bench.reads", 150);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int HISTORY = Integer.getInteger("bench.history", 1_000_000);
    private static final int ENTITY_ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int PAST_FEATURES = 20;

    private final Parts parts;
    private final FeatureDefinitions running;
    private final RegistryTable table;
    private final FeatureRegistry shipped;

    @TestHTTPResource
    URI base;

    StoreBench(Parts parts, FeatureDefinitions running, RegistryTable table, FeatureRegistry shipped) {
        this.parts = parts;
        this.running = running;
        this.table = table;
        this.shipped = shipped;
    }

    /** What is measured, and the stores behind it. */
    @jakarta.inject.Singleton
    record Parts(
            DataSource dataSource,
            Redis redis,
            RedisDataSource commands,
            OnlineTable online,
            Catalog catalog,
            Vectors vectors,
            OnlineRebuild rebuild,
            HistoricalFeatures history) {}

    private interface Read {
        void run() throws Exception;
    }

    private static String view(String name, int features) {
        var text = new StringBuilder("  - name: %s\n    ttl: 3650d\n    source: push\n    features:\n".formatted(name));
        for (int i = 0; i < features; i++) {
            text.append("      - {name: f%d, dtype: float64, kind: value, default: 0, description: Invented}\n"
                    .formatted(i));
        }
        return text.toString();
    }

    @BeforeEach
    void declare() {
        var files = new LinkedHashMap<>(DefinitionSource.shipped().files());
        files.put(
                "bench.yaml",
                "entity: article\njoin_keys: [entry_id]\nviews:\n" + view("bench", FEATURES)
                        + view("bench_past", PAST_FEATURES));
        var source = new DefinitionFiles(OnlineTableTest.PATIENT) {
            @Override
            FeatureDefinitions read() {
                return FeatureDefinitions.of(files);
            }
        };
        var schema = new HistorySchema();
        new FeatureRegistry(running, source, table, schema, new PlanMaker(schema), parts.dataSource())
                .apply(null, "bench");
    }

    @AfterEach
    void forget() throws SQLException {
        shipped.apply(null, "bench");
        execute("drop table features.bench");
        execute("drop table features.bench_past");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = parts.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void readsCurrentValues() throws Exception {
        var view = running.view("bench").orElseThrow();
        var values = invented(view);
        var model = parts.vectors().model();
        parts.online().write(view, view.schema(model), values);
        var version = parts.rebuild().version();
        parts.online().mark(version);
        var ids = List.copyOf(values.keySet());
        writeHashes(values);
        report("%-22s %5s %10s %10s %22s %s", "variant", "rows", "p50 ms", "p99 ms", "p50 low .. high", "p50 / raw");
        for (int count : List.of(1, 10, 100, 500)) {
            var keys = ids.subList(0, count);
            var variants = new LinkedHashMap<String, Read>();
            variants.put("raw MGET", () -> send(mget(keys)));
            variants.put("this store", () -> parts.online().read(version, model, Map.of(view, keys)));
            variants.put("a hash per entity", () -> hashes(keys));
            measure(count, variants, READS);
        }
        var calls = new Calls(base);
        for (int count : List.of(1, 100)) {
            var request = calls.postJson("/api/v1/features/online", asked(ids.subList(0, count)));
            var empty = calls.get("/q/health/live");
            var variants = new LinkedHashMap<String, Read>();
            variants.put("HTTP, nothing", () -> calls.send(empty));
            variants.put("HTTP, /online", () -> calls.send(request));
            measure(count, variants, READS);
        }
        memory(ids.get(0));
    }

    private Map<String, EntityValues> invented(FeatureView view) {
        var random = new Random(1);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var values = new LinkedHashMap<String, EntityValues>();
        for (int i = 0; i < 500; i++) {
            var row = new Object[view.features().size()];
            Arrays.setAll(row, column -> random.nextDouble());
            values.put("2503.%05d".formatted(i + 1), new EntityValues(now, row));
        }
        return values;
    }

    private void writeHashes(Map<String, EntityValues> values) {
        values.forEach((id, row) -> {
            var request = Request.cmd(Command.HSET).arg("feast:" + id);
            for (int i = 0; i < FEATURES; i++) {
                var bytes = ByteBuffer.allocate(8)
                        .putDouble((Double) row.values()[i])
                        .array();
                request.arg("bench:f" + i).arg(Buffer.buffer(bytes));
            }
            request.arg("_ts:bench").arg(Buffer.buffer(new byte[8]));
            send(request);
        });
    }

    private Request mget(List<String> ids) {
        var request = Request.cmd(Command.MGET);
        ids.forEach(id -> request.arg("features:bench:" + id));
        return request;
    }

    private void send(Request request) {
        parts.redis().send(request).await().indefinitely();
    }

    // As Feast's Redis store lays values out and reads them: HMGET for each entity, in one pipeline, every field
    // decoded
    private double hashes(List<String> ids) {
        var requests = new ArrayList<Request>();
        for (var id : ids) {
            var request = Request.cmd(Command.HMGET).arg("feast:" + id);
            IntStream.range(0, FEATURES).forEach(i -> request.arg("bench:f" + i));
            requests.add(request.arg("_ts:bench"));
        }
        double sum = 0;
        for (var answer : parts.redis().batch(requests).await().indefinitely()) {
            for (int i = 0; i < FEATURES; i++) {
                sum += ByteBuffer.wrap(answer.get(i).toBytes()).getDouble();
            }
        }
        return sum;
    }

    private static Map<String, Object> asked(List<String> ids) {
        return Map.of(
                "features",
                IntStream.range(0, FEATURES).mapToObj(i -> "bench:f" + i).toList(),
                "entities",
                ids.stream().map(id -> Map.of("entry_id", id)).toList());
    }

    private void measure(int count, Map<String, Read> variants, int reads) throws Exception {
        var p50 = new LinkedHashMap<String, double[]>();
        var p99 = new LinkedHashMap<String, double[]>();
        variants.keySet().forEach(name -> p50.put(name, new double[ROUNDS]));
        variants.keySet().forEach(name -> p99.put(name, new double[ROUNDS]));
        warmUp(variants.values());
        for (int round = 0; round < ROUNDS; round++) {
            for (var variant : variants.entrySet()) {
                var times = new double[reads];
                for (int i = 0; i < reads; i++) {
                    long began = System.nanoTime();
                    variant.getValue().run();
                    times[i] = (System.nanoTime() - began) / 1e6;
                }
                Arrays.sort(times);
                p50.get(variant.getKey())[round] = times[reads / 2];
                p99.get(variant.getKey())[round] = times[reads * 99 / 100];
            }
        }
        var baseline = variants.keySet().iterator().next();
        for (var name : variants.keySet()) {
            Arrays.sort(p50.get(name));
            Arrays.sort(p99.get(name));
            report(
                    "%-22s %5d %10.3f %10.3f %22s %.2f",
                    name,
                    count,
                    p50.get(name)[ROUNDS / 2],
                    p99.get(name)[ROUNDS / 2],
                    "%.3f .. %.3f".formatted(p50.get(name)[0], p50.get(name)[ROUNDS - 1]),
                    p50.get(name)[ROUNDS / 2] / p50.get(baseline)[ROUNDS / 2]);
        }
    }

    // by time, not by rounds: two rounds of one entity are over before anything is compiled
    private static void warmUp(Collection<Read> variants) throws Exception {
        for (var variant : variants) {
            for (long began = System.nanoTime(); System.nanoTime() - began < WARM_UP.toNanos(); ) {
                variant.run();
            }
        }
    }

    private void memory(String id) throws OnlineStoreAway {
        var random = new Random(2);
        for (var view : DefinitionSource.shipped().views()) {
            if (view.stored()) {
                var values = PackedValuesTest.typical(view, random);
                parts.online().write(view, view.schema(parts.vectors().model()), Map.of("bench", values));
                report("%-40s %,8d bytes in Redis", view.name(), memoryOf("features:" + view.name() + ":bench"));
            }
        }
        report("%-40s %,8d bytes in Redis", "50 numbers, this store", memoryOf("features:bench:" + id));
        report("%-40s %,8d bytes in Redis", "50 numbers, a hash", memoryOf("feast:" + id));
    }

    private long memoryOf(String key) {
        return parts.commands().execute("MEMORY", "USAGE", key).toLong();
    }

    @Test
    void showsAnActionInTheFeatures() throws Exception {
        parts.catalog()
                .save(IntStream.range(1, 300).mapToObj(StoreBench::article).toList());
        var calls = new Calls(base);
        var times = new double[200];
        for (int i = -20; i < times.length; i++) {
            var reader = "reader " + i;
            var event = "{\"user\": \"%s\", \"type\": \"click\", \"article\": \"2503.%05d\", \"id\": \"%s\"}"
                    .formatted(reader, i + 30, UUID.randomUUID());
            var read = "{\"features\": [\"user_daily_stats:clicks_7d\"], \"entities\": [{\"user_id\": \"%s\"}]}"
                    .formatted(reader);
            long began = System.nanoTime();
            calls.send(calls.post("/api/v1/events", "application/json", event));
            var answer = new String(
                    calls.send(calls.post("/api/v1/features/online", "application/json", read)),
                    StandardCharsets.UTF_8);
            if (!answer.contains("\"values\":[1]")) {
                throw new IllegalStateException("the action is not in " + answer);
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(times);
        report(
                "an event, until its features are read: p50 %.1f ms, p99 %.1f ms, of %d",
                times[times.length / 2], times[times.length * 99 / 100], times.length);
    }

    private static Article article(int number) {
        var now = Instant.now();
        return new Article(
                new ArticleId("2503.%05d".formatted(number)),
                1,
                "On tea leaves, part %d".formatted(number),
                "We read tea leaves.",
                List.of("Ada Example"),
                List.of("cs.IR"),
                "cs.IR",
                now,
                now,
                LocalDate.now(ZoneOffset.UTC),
                null,
                null,
                null,
                false,
                false);
    }

    @Test
    void joinsPastValues() throws SQLException {
        int entities = HISTORY / 50;
        long began = System.nanoTime();
        execute("insert into features.bench_past select to_char(2001 + n / 50 / 90000 * 100, 'fm0000') || '.'"
                + " || to_char(n / 50 % 90000 + 1, 'fm00000'), timestamptz '2025-01-01' + (n % 50) * interval '1 day', now(), ''"
                + ", random()".repeat(PAST_FEATURES)
                + " from generate_series(0, " + (HISTORY - 1) + ") n");
        execute("analyze features.bench_past");
        report("%,d rows of history written in %.0f s", HISTORY, (System.nanoTime() - began) / 1e9);
        var names = IntStream.range(0, PAST_FEATURES)
                .mapToObj(i -> "bench_past:f" + i)
                .toList();
        var random = new Random(3);
        var rows = new Iterator<HistoricalFeatures.Row>() {
            private int given;

            @Override
            public boolean hasNext() {
                return given < ENTITY_ROWS;
            }

            @Override
            public HistoricalFeatures.Row next() {
                given++;
                int entity = random.nextInt(entities);
                var id = "%04d.%05d".formatted(2001 + entity / 90_000 * 100, entity % 90_000 + 1);
                var at = Instant.parse("2025-01-01T12:00:00Z").plus(random.nextInt(60), ChronoUnit.DAYS);
                return new HistoricalFeatures.Row(EntityKeys.of(null, new ArticleId(id)), at);
            }
        };
        var seen = new long[3];
        began = System.nanoTime();
        parts.history().join(names, null, rows, joined -> {
            seen[0]++;
            seen[1] += joined.readings().get(0).status() == FeatureReading.Status.PRESENT ? 1 : 0;
            if (seen[0] % (ENTITY_ROWS / 4) == 0) {
                System.gc();
                seen[2] = Math.max(
                        seen[2],
                        Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory());
            }
        });
        report(
                "%,d rows (%,d with values) joined to %,d rows of %d features in %.1f s; heap that stays in use at most %d MB",
                seen[0], seen[1], HISTORY, PAST_FEATURES, (System.nanoTime() - began) / 1e9, seen[2] >> 20);
    }

    private static void report(String line, Object... parts) {
        System.out.println("BENCH " + line.formatted(parts));
    }
}
