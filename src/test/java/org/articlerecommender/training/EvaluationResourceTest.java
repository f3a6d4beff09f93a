package org.articlerecommender.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.Exploration;
import org.articlerecommender.events.MadeList;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.ranking.ServedFeatures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EvaluationResourceTest {

    private final Evaluations evaluations;
    private final EvaluationTable table;
    private final Jobs jobs;
    private final Rankings rankings;
    private final EventLog log;
    private final ServedFeatures features;
    private final ObjectMapper json;
    private final DataSource dataSource;
    private final Clock clock;

    EvaluationResourceTest(
            Evaluations evaluations,
            EvaluationTable table,
            Jobs jobs,
            Rankings rankings,
            EventLog log,
            ServedFeatures features,
            ObjectMapper json,
            DataSource dataSource,
            Clock clock) {
        this.evaluations = evaluations;
        this.table = table;
        this.jobs = jobs;
        this.rankings = rankings;
        this.log = log;
        this.features = features;
        this.json = json;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @BeforeEach
    @AfterEach
    void startWithNothing() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate training.model, training.evaluation, events.event, events.ranking cascade");
        }
    }

    @Test
    void measuresTheOwnLogBesideTheFloors() throws Exception {
        show(40);

        var id = given().contentType(ContentType.JSON)
                .body("{\"days\": 20}")
                .post("/api/v1/evaluations")
                .then()
                .statusCode(202)
                .body("source", equalTo("own log"))
                .extract()
                .<String>path("id");
        var result = result(id);

        assertThat(result.lists()).isEqualTo(40);
        assertThat(result.rankers())
                .extracting(EvaluationResult.Ranker::name)
                .containsExactly(
                        "serving: the fallback",
                        "reader model alone",
                        "random",
                        "newest first",
                        "popularity",
                        "centroid similarity");
        var likeness = result.rankers().get(5);
        // what these readers open
        assertThat(likeness.figures().auc().low()).isGreaterThan(0.9);
        assertThat(likeness.floor()).isTrue();
        assertThat(likeness.difference().auc().low()).isPositive();
        assertThat(result.rankers().get(2).figures().auc().value()).isBetween(0.35, 0.65);
        assertThat(result.rankers().get(0).difference()).isNull();
        assertThat(result.rankers().get(0).reliability().bins()).hasSize(10);
        assertThat(result.offPolicy())
                .singleElement()
                .satisfies(one -> assertThat(one.lines()).isEqualTo(40));
        given().accept("text/plain")
                .get("/api/v1/evaluations/" + id)
                .then()
                .statusCode(200)
                .body(containsString("floor: centroid similarity"));
    }

    @Test
    void measuresAFileAndSaysWhichLinesItLeftOut() throws Exception {
        var lines = new StringBuilder("nonsense\n");
        for (int i = 0; i < 20; i++) {
            lines.append("{\"reader\": \"ada\", \"at\": \"2025-07-%02d\", \"items\": [".formatted(i + 1))
                    .append("{\"article\": \"2507.1%04d\"}, ".formatted(i))
                    .append("{\"article\": \"2507.20000\", \"actions\": [\"click\"]}]}\n");
        }

        var id = given().contentType("application/x-ndjson")
                .queryParam("name", "invented.ndjson")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/evaluations/file")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        var result = result(id);

        assertThat(result.lists()).isEqualTo(20);
        assertThat(result.notes()).anyMatch(note -> note.contains("line 1: not JSON"));
        assertThat(result.notes()).anyMatch(note -> note.startsWith("40 of 40 rows are of articles of which neither"));
        var popularity = result.rankers().stream()
                .filter(one -> one.name().equals("popularity"))
                .findFirst()
                .orElseThrow();
        // the same article is clicked every day, and the first day nobody knows
        assertThat(popularity.figures().auc().value()).isEqualTo((19 + 0.5) / 20);
        assertThat(table.log(UUID.fromString(id))).isEmpty();
    }

    @Test
    void saysWhatThereIsWhenNothingCanBeMeasured() {
        jobs.runNow("evaluate", JobRun.Trigger.HAND);

        var newest = evaluations.newest(1).get(0);
        assertThat(newest.state()).isEqualTo(Evaluation.State.FAILED);
        assertThat(newest.sentence()).contains("0 lists, and none of them in which a reader answered something");
    }

    @Test
    void measuresWhatWasLeftWaitingByARunThatWasKilled() throws SQLException {
        var asked = new Evaluation(
                UUID.randomUUID(), "left", null, null, Evaluation.State.WAITING, clock.instant(), null, null, null);
        table.insert(asked, "nonsense");

        jobs.runNow("evaluate", JobRun.Trigger.HAND);

        assertThat(table.find(asked.id()).orElseThrow().sentence()).contains("no line could be read; line 1: not JSON");
    }

    @Test
    void refusesWhatCannotBeMeasured() {
        given().contentType(ContentType.JSON)
                .body("{\"model\": \"nothing\"}")
                .post("/api/v1/evaluations")
                .then()
                .statusCode(404)
                .body("detail", containsString("nothing"));
        given().contentType(ContentType.JSON)
                .body("{\"days\": 0}")
                .post("/api/v1/evaluations")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("days"));
        given().contentType("application/x-ndjson")
                .body(" \n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/evaluations/file")
                .then()
                .statusCode(400);
        given().get("/api/v1/evaluations/no-id").then().statusCode(400);
        given().get("/api/v1/evaluations/" + UUID.randomUUID()).then().statusCode(404);
        given().queryParam("limit", 0).get("/api/v1/evaluations").then().statusCode(400);
        given().get("/api/v1/evaluations").then().statusCode(200).body("items.size()", is(0));
    }

    private EvaluationResult result(String id) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var found = evaluations.find(UUID.fromString(id)).orElseThrow();
        while (found.state() == Evaluation.State.WAITING && System.nanoTime() < until) {
            // a run that was ending when this was asked for takes no more
            jobs.runNow("evaluate", JobRun.Trigger.HAND);
            found = evaluations.find(UUID.fromString(id)).orElseThrow();
        }
        assertThat(found.sentence()).contains("nDCG@10");
        return json.treeToValue(found.result(), EvaluationResult.class);
    }

    /** Lists of readers who open what is much like what they read before. */
    private void show(int lists) {
        var random = new Random(4);
        var names = features.names();
        int wanted = names.indexOf(Floors.LIKENESS);
        for (int list = 0; list < lists; list++) {
            var at = clock.instant().minus(Duration.ofHours(6L * list + 1));
            var items = new ArrayList<ShownRanking.Item>();
            for (int position = 1; position <= 12; position++) {
                var values =
                        names.stream().mapToDouble(name -> random.nextDouble()).toArray();
                var article = new ArticleId("2503.%05d".formatted(list * 12 + position));
                items.add(new ShownRanking.Item(position, article, 0.5, 1, names, values));
            }
            var reader = new ReaderId("ada-" + list % 4);
            var ranking = new ShownRanking(
                    UUID.randomUUID(), reader, ShownRanking.Kind.FEED, null, "similarity", "default", at, 12, items);
            var first = items.get(0);
            var drawn = new Exploration(1, 0, List.of(first.article()), new double[][] {first.features()});
            rankings.save(new MadeList(ranking, null, List.of(drawn)));
            rankings.rendered(ranking, 1, 12, at);
            items.stream()
                    .filter(item -> item.features()[wanted] > 0.8)
                    .forEach(item -> log.record(List.of(new Event(
                            UUID.randomUUID(), reader, EventType.EXPAND, item.article(), ranking.id(), null, at))));
        }
    }
}
