package org.articlerecommender.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Draft;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.MadeList;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.ranking.InventedModels;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.TrainedModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WatchJobTest {

    private final Jobs jobs;
    private final ModelRegistry models;
    private final InventedModels invented;
    private final Rankings rankings;
    private final EventLog log;
    private final DataSource dataSource;
    private final Clock clock;

    WatchJobTest(
            Jobs jobs,
            ModelRegistry models,
            InventedModels invented,
            Rankings rankings,
            EventLog log,
            DataSource dataSource,
            Clock clock) {
        this.jobs = jobs;
        this.models = models;
        this.invented = invented;
        this.rankings = rankings;
        this.log = log;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @BeforeEach
    void startWithNothing() throws SQLException {
        execute("truncate training.model, events.event, events.ranking cascade");
    }

    @AfterEach
    void leaveTheFallback() throws SQLException {
        invented.leaveTheFallback();
        startWithNothing();
    }

    @Test
    void saysThatThereIsNothingToWatch() {
        assertThat(watch().sentence()).contains("no model to watch");
    }

    @Test
    void promotesAChallengerThatReadersPrefer() {
        trial(40, 8);

        assertThat(watch().sentence()).contains("new was promoted: it won 40 of 48 decided days");
        assertThat(models.serving().id()).isEqualTo("new");
        assertThat(models.serving().challenger()).isNull();
    }

    @Test
    void retiresAChallengerThatReadersDoNotPrefer() {
        trial(8, 40);

        assertThat(watch().sentence()).contains("new no longer challenges");
        assertThat(models.serving().id()).isEqualTo("old");
        assertThat(models.find("new").orElseThrow().state()).isEqualTo(TrainedModel.State.RETIRED);
    }

    @Test
    void waitsWhileReadersHaveNotDecided() {
        trial(12, 10);

        assertThat(watch().sentence()).contains("new challenges: it won 12 of 22");
        assertThat(models.serving().challenger()).isEqualTo("new");
        given().get("/api/v1/models/live")
                .then()
                .statusCode(200)
                .body("trial.wins", is(12))
                .body("trial.losses", is(10))
                .body("rate.model", is("old"));
    }

    @Test
    void endsATrialThatTakesTooLong() throws SQLException {
        trial(12, 10);
        execute("update training.model set decided_at = now() - interval '20 days' where id = 'new'");

        assertThat(watch().sentence()).contains("its time is over");
        given().get("/api/v1/models/live").then().statusCode(200).body("trial", nullValue());
    }

    @Test
    void rollsBackWhenReadersAnswerLess() throws SQLException {
        models.add(invented.model("old", null, 1));
        models.add(invented.model("new", "old", 1));
        models.promote("old", "first");
        models.promote("new", "better");
        var promoted = clock.instant().minus(Duration.ofDays(5));
        execute("update training.model set decided_at = '%s' where id = 'new'".formatted(promoted));
        for (int list = 0; list < 60; list++) {
            show(promoted.minus(Duration.ofHours(2L * list + 1)), list, 3);
            show(promoted.plus(Duration.ofHours(list + 1)), list, list % 2);
        }

        var run = watch();

        assertThat(run.sentence()).contains("new was rolled back to old").contains("5.0 % of 600 lines");
        assertThat(run.state()).isEqualTo(JobRun.State.WARNING);
        assertThat(models.serving().id()).isEqualTo("old");
    }

    private JobRun watch() {
        return jobs.runNow("watch", JobRun.Trigger.HAND).orElseThrow();
    }

    /** Lists drafted by two models, whose first line the challenger's and second line the champion's readers open. */
    private void trial(int wins, int losses) {
        models.add(invented.model("old", null, 1));
        models.add(invented.model("new", "old", 1));
        models.promote("old", "first");
        models.challenge("new", "try");
        var from = clock.instant().plusSeconds(5);
        for (int i = 0; i < wins + losses; i++) {
            var list = show(from, i, 0);
            rankings.save(new MadeList(list, new Draft(list.id(), "old", "new", "BA--------"), List.of()));
            open(list, i < wins ? 1 : 2);
        }
    }

    private ShownRanking show(Instant at, int reader, int opened) {
        var items = new ArrayList<ShownRanking.Item>();
        for (int position = 1; position <= 10; position++) {
            var article = new ArticleId("2503.6%04d".formatted(position));
            items.add(new ShownRanking.Item(position, article, 0.5, 1, List.of(), new double[0]));
        }
        var list = new ShownRanking(
                UUID.randomUUID(),
                new ReaderId("reader-" + reader),
                ShownRanking.Kind.FEED,
                null,
                "old",
                "default",
                at,
                10,
                items);
        rankings.save(list);
        rankings.rendered(list, 1, 10, at);
        for (int position = 1; position <= opened; position++) {
            open(list, position);
        }
        return list;
    }

    private void open(ShownRanking list, int position) {
        var article = list.items().get(position - 1).article();
        log.record(List.of(
                new Event(UUID.randomUUID(), list.reader(), EventType.EXPAND, article, list.id(), null, list.at())));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
