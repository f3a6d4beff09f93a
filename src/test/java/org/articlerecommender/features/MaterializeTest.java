package org.articlerecommender.features;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Materialising, rebuilding and watching over stored values. */
@QuarkusTest
class MaterializeTest {

    private static final ReaderId ADA = new ReaderId("ada");
    private static final ArticleId TEA = new ArticleId("2503.00001");
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS);

    private final Stored stored;
    private final MaterializeJob job;
    private final RebuildJob rebuild;
    private final FeatureParity parity;
    private final FeatureQuality quality;

    MaterializeTest(
            Stored stored, MaterializeJob job, RebuildJob rebuild, FeatureParity parity, FeatureQuality quality) {
        this.stored = stored;
        this.job = job;
        this.rebuild = rebuild;
        this.parity = parity;
        this.quality = quality;
    }

    /** What a test looks at besides the jobs. */
    @jakarta.inject.Singleton
    record Stored(
            DataSource dataSource,
            EventLog log,
            Rankings rankings,
            FeatureHistory history,
            FeatureStore store,
            HistoryTable table,
            MaterialisedTable ranges,
            RedisDataSource redis,
            Push push) {}

    @BeforeEach
    void empty() throws SQLException {
        // what other tests did must not follow into this one
        stored.push().flush();
        for (var table : List.of(
                "events.event",
                "events.ranking",
                "features.user_daily_stats",
                "features.document_daily_stats",
                "features.article_activity",
                "features.reader_activity",
                "features.reader_category",
                "features.materialised",
                "features.quality",
                "features.parity")) {
            execute("delete from " + table);
        }
        stored.redis().flushall();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = stored.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void expand(Instant at) {
        stored.log().record(List.of(new Event(UUID.randomUUID(), ADA, EventType.EXPAND, TEA, null, null, at)));
    }

    private double expandsAt(Instant at) {
        var rows = List.of(new FeatureHistory.Row(null, TEA, at));
        return stored.history()
                .vectors(List.of("document_daily_stats:expand"), rows)
                .rows()[0][0];
    }

    private long rows() throws SQLException {
        try (var connection = stored.dataSource().getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "select count(*) from features.document_daily_stats where event_timestamp in ('%s', '%s')"
                                        .formatted(NOON, NOON.plus(1, ChronoUnit.DAYS)))) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void computesEveryMomentOfARangeFromWhatHappenedBefore() throws SQLException {
        expand(NOON.minusSeconds(90));
        expand(NOON.plusSeconds(60));
        execute("delete from features.document_daily_stats");
        stored.ranges()
                .ask(
                        "document_daily_stats",
                        NOON.minus(1, ChronoUnit.DAYS),
                        NOON.plus(1, ChronoUnit.DAYS),
                        Duration.ofDays(1));

        var outcome = job.run(Progress.SILENT);

        assertThat(outcome.sentence()).isEqualTo("Computed 2 rows in 1 ranges.");
        assertThat(expandsAt(NOON.minusSeconds(95))).isZero();
        assertThat(expandsAt(NOON)).isEqualTo(1);
        assertThat(expandsAt(NOON.plus(1, ChronoUnit.DAYS))).isEqualTo(2);
    }

    @Test
    void goesOnWhereItWasCutOffAndWritesNothingTwice() throws SQLException {
        expand(NOON.minusSeconds(90));
        execute("delete from features.document_daily_stats");
        stored.ranges()
                .ask(
                        "document_daily_stats",
                        NOON.minus(1, ChronoUnit.DAYS),
                        NOON.plus(1, ChronoUnit.DAYS),
                        Duration.ofDays(1));

        assertThatThrownBy(() -> job.run((done, total, doing) -> {
                    if (done == 1) {
                        throw new IllegalStateException("killed at " + doing);
                    }
                }))
                .hasMessageContaining("killed");
        assertThat(stored.ranges().open()).singleElement().returns(NOON, MaterialisedTable.Range::doneUntil);
        execute("update features.materialised set done_until = null");
        job.run(Progress.SILENT);

        assertThat(rows()).isEqualTo(2);
        assertThat(stored.ranges().open()).isEmpty();
    }

    @Test
    void theNewestMomentIsServed() {
        stored.log()
                .record(List.of(new Event(UUID.randomUUID(), ADA, EventType.EXPAND, TEA, null, null, Instant.now())));
        stored.redis().flushall();

        given().contentType(ContentType.JSON)
                .body("{\"views\": [\"user_daily_stats\"]}")
                .post("/api/v1/features/materialize")
                .then()
                .statusCode(202)
                .body("job", is("materialize"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"views\": [\"article_signals\"]} | views[0]",
                "{\"from\": \"2030-01-01T00:00:00Z\"} | from",
                "{\"to\": \"2999-01-01T00:00:00Z\"} | to",
                "{\"step\": \"PT1S\"} | step",
                "{\"from\": \"1990-01-01T00:00:00Z\", \"step\": \"PT1H\"} | step",
                "{\"step\": \"often\"} | step"
            })
    void refusesRangesThatAreNone(String body, String field) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/features/materialize")
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString(field));
    }

    @Test
    void rebuildingGivesEveryValueBack() throws Exception {
        expand(Instant.now());
        stored.redis().flushall();

        var outcome = rebuild.run(Progress.SILENT);

        assertThat(outcome.warning()).isFalse();
        assertThat(outcome.sentence()).contains(" 0 different, 0 entries missing");
        assertThat(stored.redis().key(String.class).ttl("features:user_daily_stats:ada"))
                .isBetween(1L, Duration.ofHours(72).toSeconds());
    }

    @Test
    void whatWasServedIsWhatHistoryKnows() throws SQLException {
        expand(Instant.now());
        stored.push().flush();
        var names = List.of("user_daily_stats:expands_7d", "document_daily_stats:expand", "ranking:interest");
        serve(names, 1, 1, 0.3);

        var report = parity.measure();

        assertThat(report.compared()).isEqualTo(2);
        assertThat(report.share()).isEqualTo(1);
        assertThat(parity.objection()).isEmpty();
        given().get("/features").then().statusCode(200).body(not(containsString("to history, worst")));
    }

    @Test
    void aWrongServedValueIsFoundAndSpeaksAgainstPromoting() throws SQLException {
        expand(Instant.now());
        stored.push().flush();
        serve(List.of("user_daily_stats:expands_7d", "document_daily_stats:expand"), 1, 7);

        var report = parity.measure();

        assertThat(report.worst().feature()).isEqualTo("document_daily_stats:expand");
        assertThat(report.share()).isEqualTo(0.5);
        assertThat(parity.objection())
                .hasValueSatisfying(text -> assertThat(text).contains("50.0 %"));
        given().get("/api/v1/features/parity").then().statusCode(200).body("equal", is(1));
        given().get("/q/metrics").then().body(containsString("features_parity_equal 0.5"));
        given().get("/features").then().body(containsString("to history, worst document_daily_stats:expand 0.000"));
    }

    @Test
    void onlyVectorsThatWereServedToSomebodyAreDrawn() {
        serve(List.of("document_daily_stats:expand"), 1);
        serve(List.of("document_daily_stats:expand"), 2);
        // as an imported log leaves them
        IntStream.range(0, 20).forEach(any -> serve(List.of()));
        serveTo(null, List.of("document_daily_stats:expand"), 3);
        var from = Instant.now().minus(1, ChronoUnit.HOURS);

        var drawn = stored.rankings().served(from, Instant.now(), 10);

        assertThat(drawn).extracting(one -> one.item().features()[0]).containsExactlyInAnyOrder(1.0, 2.0);
        assertThat(stored.rankings().served(from, Instant.now(), 1)).hasSize(1);
        assertThat(stored.rankings().served(from.minus(1, ChronoUnit.HOURS), from, 10))
                .isEmpty();
    }

    private void serve(List<String> names, double... values) {
        serveTo(ADA, names, values);
    }

    private void serveTo(ReaderId reader, List<String> names, double... values) {
        var item = new ShownRanking.Item(1, TEA, 1, 1, names, values);
        var ranking = new ShownRanking(
                UUID.randomUUID(),
                reader,
                ShownRanking.Kind.FEED,
                null,
                "model",
                "default",
                Instant.now(),
                1,
                List.of(item));
        // a program that asks for lists may never say what it rendered
        stored.rankings().save(ranking);
    }

    @Test
    void valuesThatNobodyExpectsRaiseAnAlarm() throws SQLException {
        execute("insert into features.article_activity (entry_id, event_timestamp, readers_10d, hours_since_action)"
                + " select '2503.' || lpad(n::text, 5, '0'), now() - interval '1 second', n, case when n = 7 then 999 end"
                + " from generate_series(1, 20) n");

        quality.measure();

        assertThat(quality.latest())
                .filteredOn(line -> line.feature().equals("hours_since_action")
                        && line.view().equals("article_activity"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.nullRate()).isEqualTo(0.95);
                    assertThat(line.alarm()).contains("the most is 999");
                });
        given().get("/api/v1/features/quality")
                .then()
                .statusCode(200)
                .body("freshness.find { it.view == 'article_activity' }.stale", is(false));
        given().get("/q/metrics").then().body(containsString("features_null_rate"));
    }

    @Test
    void aDistributionThatMovedIsMeasuredAgainstTheWeekBefore() throws SQLException {
        execute(
                "insert into features.article_activity (entry_id, event_timestamp, readers_10d, expands_1d)"
                        + " select 'x' || n, now() - (n % 3 + 1) * interval '1 day', n % 50, n % 50 from generate_series(1, 900) n");
        execute("insert into features.article_activity (entry_id, event_timestamp, readers_10d, expands_1d)"
                + " select 'y' || n, now() - interval '1 second', n % 50 + 40, n % 50 from generate_series(1, 300) n");

        quality.measure();

        var lines = quality.latest();
        assertThat(lines)
                .filteredOn(line -> line.feature().equals("readers_10d"))
                .singleElement()
                .satisfies(line -> assertThat(line.alarm()).contains("PSI"));
        assertThat(lines)
                .filteredOn(line -> line.feature().equals("expands_1d"))
                .singleElement()
                .satisfies(line -> assertThat(line.psi()).isLessThan(0.05));
    }
}
