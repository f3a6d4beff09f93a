package org.articlerecommender.features;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads over HTTP: small ones are answered on an event loop, others on a thread that may wait. */
@QuarkusTest
class OnlineReadTest {

    private static final List<String> STORED =
            List.of("user_daily_stats:query", "user_daily_stats:query_embedding", "user_daily_stats:clicks_7d");

    private final EventLog log;
    private final RedisDataSource redis;
    private final Rebuild rebuild;
    private final ReaderId reader = new ReaderId("reader " + UUID.randomUUID());

    OnlineReadTest(EventLog log, RedisDataSource redis, Rebuild rebuild) {
        this.log = log;
        this.redis = redis;
        this.rebuild = rebuild;
    }

    /** Fills Redis again. */
    @jakarta.inject.Singleton
    record Rebuild(OnlineRebuild rebuild, OnlineTable online) {
        void run() throws OnlineStoreAway {
            rebuild.run(online);
        }
    }

    @AfterEach
    void fill() throws OnlineStoreAway {
        rebuild.run();
    }

    private void search() throws OnlineStoreAway {
        rebuild.run();
        log.record(List.of(
                new Event(UUID.randomUUID(), reader, EventType.SEARCH, null, null, "tea leaves", Instant.now())));
    }

    private JsonPath read(List<String> features, int times) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "features",
                        features,
                        "entities",
                        Collections.nCopies(times, Map.of("user_id", reader.value()))))
                .post("/api/v1/features/online")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .jsonPath();
    }

    @Test
    void aSmallReadAndALargeOneGiveTheSameValues() throws OnlineStoreAway {
        search();

        var one = read(STORED, 1);
        var many = read(STORED, 200);

        assertThat(one.getList("results[0].statuses")).containsOnly("PRESENT");
        assertThat(one.getList("results[0].values[1]")).hasSize(384);
        assertThat(many.getList("results")).hasSize(200);
        assertThat(many.getList("results[0].values")).isEqualTo(one.getList("results[0].values"));
        assertThat(many.getList("results[199].values")).isEqualTo(one.getList("results[0].values"));
    }

    @Test
    void aReadOfStoredAndComputedValuesAnswersBoth() throws OnlineStoreAway {
        search();

        var both = read(List.of("user_daily_stats:query", "reader_article:age_days"), 1);

        assertThat(both.getList("results[0].statuses")).containsExactly("PRESENT", "MISSING");
        assertThat(both.getString("degraded")).isNull();
    }

    @Test
    void whileRedisIsEmptyASmallReadComesFromHistoryAndSaysSo() throws OnlineStoreAway {
        search();
        redis.flushall();

        var read = read(STORED, 1);

        assertThat(read.getString("results[0].values[0]")).isEqualTo("tea leaves");
        assertThat(read.getString("degraded")).contains("Redis is being filled").contains("PostgreSQL");
    }

    @Test
    void manyReadersAtOnceDoNotLookAsIfRedisWereAway() throws Exception {
        search();
        var pool = Executors.newFixedThreadPool(80);
        try {
            var asks = new ArrayList<Callable<String>>();
            for (int i = 0; i < 400; i++) {
                asks.add(() -> read(STORED, 1).getString("degraded"));
            }

            for (var degraded : pool.invokeAll(asks)) {
                assertThat(degraded.get()).isNull();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
