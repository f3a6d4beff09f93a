package org.articlerecommender.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.ranking.InventedModels;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.Ranker;
import org.articlerecommender.ranking.ServedFeatures;
import org.articlerecommender.ranking.TrainedModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what readers did to the model that orders their next list. */
@QuarkusTest
class TrainJobTest {

    private static final String WANTED = "reader_article:category_share";

    private final Jobs jobs;
    private final Rankings rankings;
    private final EventLog log;
    private final ServedFeatures features;
    private final ModelRegistry models;
    private final InventedModels invented;
    private final Ranker ranker;
    private final DataSource dataSource;
    private final Clock clock;
    private final Random random = new Random(11);

    TrainJobTest(
            Jobs jobs,
            Rankings rankings,
            EventLog log,
            ServedFeatures features,
            ModelRegistry models,
            InventedModels invented,
            Ranker ranker,
            DataSource dataSource,
            Clock clock) {
        this.jobs = jobs;
        this.rankings = rankings;
        this.log = log;
        this.features = features;
        this.models = models;
        this.invented = invented;
        this.ranker = ranker;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @BeforeEach
    @AfterEach
    void startWithNothing() throws SQLException {
        invented.leaveTheFallback();
        execute("truncate training.model, events.event, events.ranking, features.parity cascade");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void b8_endsWithASentenceWhenThereIsTooLittle() {
        var run = train();

        assertThat(run.state()).isEqualTo(JobRun.State.DONE);
        assertThat(run.sentence())
                .startsWith("Too little to learn from: 0 lists in which a reader opened something of the 20 needed")
                .endsWith("The fallback goes on ordering lists.");
        assertThat(models.all()).isEmpty();
    }

    @Test
    void learnsAHiddenPreferenceAndServesIt() {
        show(80, true);

        var run = train();

        assertThat(run.sentence()).contains("promoted, better than the fallback");
        var model = models.all().get(0);
        assertThat(model.state()).isEqualTo(TrainedModel.State.ACTIVE);
        assertThat(models.serving().id()).isEqualTo(model.id());
        assertThat(model.metrics().at("/model/ndcg10/value").asDouble())
                .isGreaterThan(model.metrics().at("/baseline/ndcg10/value").asDouble());
        assertThat(model.metrics().at("/difference/auc/low").asDouble()).isPositive();
        var ranking = ranker.rank(ranker.known(new ReaderId("ada")), List.of(new ArticleId("2503.00001")));
        assertThat(ranking.model()).isEqualTo(model.id());
        given().get("/api/v1/models").then().statusCode(200).body("serving.id", is(model.id()));
    }

    @Test
    void t8_refusesAModelThatIsNotBetterThanTheActiveOne() {
        show(80, true);
        train();
        var champion = models.serving().id();

        var run = train();

        assertThat(run.sentence()).contains("refused, not surely better than " + champion);
        assertThat(models.serving().id()).isEqualTo(champion);
        assertThat(models.all().get(0).state()).isEqualTo(TrainedModel.State.REFUSED);
        assertThat(models.all().get(0).reason()).contains("refused");
    }

    @Test
    void refusesWhatWasLearnedFromNoise() {
        show(80, false);

        var run = train();

        assertThat(run.sentence()).contains("refused, not surely better than the fallback");
        assertThat(models.serving().id()).isNull();
    }

    @Test
    void refusesABetterModelWhileServedValuesAreNotThoseOfTheHistory() throws SQLException {
        show(80, true);
        execute("""
                insert into features.parity (at, vectors, compared, equal, worst, worst_equal, features)
                values (now(), 4, 4, 1, 'document:age_days', 0.25,
                    '[{"feature": "document:age_days", "compared": 4, "equal": 1}]')
                """);

        var run = train();

        assertThat(run.sentence())
                .contains("refused, only 25.0 % of served feature values are those of the history")
                .contains("document:age_days is the worst")
                .contains("by its lists alone promoted, better than the fallback");
        assertThat(models.serving().id()).isNull();
        assertThat(models.all().get(0).state()).isEqualTo(TrainedModel.State.REFUSED);
        assertThat(models.all().get(0).reason()).contains("only 25.0 %");
    }

    @Test
    void t4_makesOneRowOfEverythingDoneToAnArticleInAList() {
        show(1, true);
        var shown = rankings.labelled(Instant.EPOCH, clock.instant());
        var first = shown.get(0);
        act(first.ranking(), first.item().article(), EventType.EXPAND);
        act(first.ranking(), first.item().article(), EventType.CLICK);

        var again = rankings.labelled(Instant.EPOCH, clock.instant());

        assertThat(again).hasSameSizeAs(shown);
        assertThat(again.get(0).positive()).isTrue();
    }

    @Test
    void canBeStartedByRestAndRolledBack() {
        show(80, true);
        train();
        var id = models.serving().id();

        given().post("/api/v1/models/" + id + "/rollback")
                .then()
                .statusCode(200)
                .body("state", is("retired"));

        assertThat(models.serving().id()).isNull();
        given().post("/api/v1/models/" + id + "/promote").then().statusCode(200).body("state", is("active"));
        assertThat(models.serving().id()).isEqualTo(id);
        given().post("/api/v1/models/nothing/promote").then().statusCode(404);
    }

    private JobRun train() {
        return jobs.runNow("train", JobRun.Trigger.HAND).orElseThrow();
    }

    /** Lists of a fortnight; readers open what has much of {@link #WANTED} or, without a preference, anything. */
    private void show(int lists, boolean preference) {
        var names = features.names();
        var now = clock.instant();
        for (int list = 0; list < lists; list++) {
            var at = now.minus(Duration.ofHours(4L * (lists - list)));
            var items = new ArrayList<ShownRanking.Item>();
            var opened = new ArrayList<ArticleId>();
            for (int position = 1; position <= 12; position++) {
                var article = new ArticleId("2503.%05d".formatted(list * 12 + position));
                var values =
                        names.stream().mapToDouble(name -> random.nextDouble()).toArray();
                double wanted = preference ? values[names.indexOf(WANTED)] : random.nextDouble();
                if (random.nextDouble() < 1 / (1 + Math.exp(-12 * (wanted - 0.8)))) {
                    opened.add(article);
                }
                items.add(new ShownRanking.Item(position, article, 0.5, 1, names, values));
            }
            var ranking = new ShownRanking(
                    UUID.randomUUID(),
                    new ReaderId("ada-" + list % 4),
                    ShownRanking.Kind.FEED,
                    null,
                    "similarity",
                    "default",
                    at,
                    12,
                    items);
            rankings.save(ranking);
            rankings.rendered(ranking, 1, 12, at);
            opened.forEach(article -> act(ranking.id(), article, EventType.EXPAND));
        }
    }

    private void act(UUID ranking, ArticleId article, EventType type) {
        var reader = rankings.find(ranking).orElseThrow().reader();
        log.record(List.of(new Event(UUID.randomUUID(), reader, type, article, ranking, null, clock.instant())));
    }
}
