package org.articlerecommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.articlerecommender.Eventually;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.ranking.TrainedModel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelRegistryTest {

    private static final String FEATURE = ServedFeatures.TITLE_SIMILARITY;

    private final ModelRegistry models;
    private final ModelTable table;
    private final ServedFeatures features;
    private final ObjectMapper json;
    private final DataSource dataSource;
    private final Clock clock;

    ModelRegistryTest(
            ModelRegistry models,
            ModelTable table,
            ServedFeatures features,
            ObjectMapper json,
            DataSource dataSource,
            Clock clock) {
        this.models = models;
        this.table = table;
        this.features = features;
        this.json = json;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @BeforeEach
    @AfterEach
    void startWithNothing() throws SQLException {
        execute("truncate training.model");
        models.refresh(true);
    }

    @Test
    void theFallbackServesWhileNothingIsPromoted() {
        models.add(model("one", null, hash()));

        assertThat(models.serving().id()).isNull();
        assertThat(models.find("one"))
                .hasValueSatisfying(one -> assertThat(one.state()).isEqualTo(State.CANDIDATE));
    }

    @Test
    void knowsNoModelByAnIdThatTheStoreCannotHold() {
        assertThat(models.find("one\0two")).isEmpty();
    }

    @Test
    void atMostOneModelIsActive() {
        models.add(model("one", null, hash()));
        models.add(model("two", "one", hash()));

        models.promote("one", "first");
        models.promote("two", "better");

        assertThat(models.serving().id()).isEqualTo("two");
        assertThat(models.find("one").orElseThrow().state()).isEqualTo(State.RETIRED);
        assertThat(models.find("two").orElseThrow().reason()).isEqualTo("better");
    }

    @Test
    void rollingBackBringsTheParentBack() {
        models.add(model("one", null, hash()));
        models.add(model("two", "one", hash()));
        models.promote("one", "first");
        models.promote("two", "better");

        models.rollback("two", "worse");

        assertThat(models.serving().id()).isEqualTo("one");
        assertThatThrownBy(() -> models.rollback("two", "worse"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("only the active one");
    }

    @Test
    void refusesAModelWhoseFeatureMeansSomethingElseNow() {
        models.add(model("one", null, "another hash"));

        assertThatThrownBy(() -> models.promote("one", "try"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(FEATURE);
        assertThat(models.serving().id()).isNull();
    }

    @Test
    void aDamagedArtefactDoesNotReplaceWhatServes() throws Exception {
        models.add(model("one", null, hash()));
        models.add(model("two", "one", hash()));
        models.promote("one", "first");
        execute(
                "update training.model set artefact = jsonb_set(artefact, '{tasks,0,predictor,intercept}', '5') where id = 'two'");

        // as another replica would, without asking whether the model can be used
        table.place("two", State.ACTIVE, clock.instant(), "elsewhere");
        waitFor("two");

        assertThat(models.serving().id()).isEqualTo("one");
        assertThat(models.serving().complaint()).contains("two").contains("not the one that was stored");
    }

    @Test
    void takesOverWhatAnotherReplicaPromoted() throws Exception {
        models.add(model("one", null, hash()));

        table.place("one", State.ACTIVE, clock.instant(), "elsewhere");
        waitFor("one");

        assertThat(models.serving().id()).isEqualTo("one");
    }

    @Test
    void takesNothingThatIsNotAModel() throws SQLException {
        models.add(model("one", null, hash()));
        execute("update training.model set artefact = '{\"features\": 3}'");

        assertThatThrownBy(() -> models.promote("one", "try"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not a model");
        assertThat(models.all()).hasSize(1);
    }

    @Test
    void aChallengerStandsBesideTheActiveOneAndIsReplacedByTheNext() {
        models.add(model("one", null, hash()));
        models.add(model("two", "one", hash()));
        models.add(model("three", "one", hash()));
        models.promote("one", "first");

        models.challenge("two", "try");
        models.challenge("three", "try");

        assertThat(models.serving().id()).isEqualTo("one");
        assertThat(models.serving().challenger()).isEqualTo("three");
        assertThat(models.find("two").orElseThrow().state()).isEqualTo(State.RETIRED);
        assertThatThrownBy(() -> models.challenge("one", "try")).hasMessageContaining("cannot challenge itself");
        models.withdraw("three", "enough");
        assertThat(models.serving().challenger()).isNull();
        assertThatThrownBy(() -> models.withdraw("three", "again")).hasMessageContaining("only the challenger");
    }

    @Test
    void twoPromotionsAtOnceHappenOneAfterTheOther() throws Exception {
        var ids = List.of("one", "two", "three", "four", "five", "six");
        ids.forEach(id -> models.add(model(id, null, hash())));
        var pool = Executors.newFixedThreadPool(ids.size());
        try {
            var promoted = ids.stream()
                    .map(id -> pool.submit(() -> models.promote(id, "at once")))
                    .toList();
            for (var one : promoted) {
                one.get(20, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(models.all()).filteredOn(one -> one.state() == State.ACTIVE).hasSize(1);
        assertThat(models.all()).filteredOn(one -> one.state() == State.RETIRED).hasSize(5);
    }

    @Test
    void aListingCarriesNoNumbers() {
        models.add(model("one", null, hash()));

        assertThat(models.all().get(0).artefact().isNull()).isTrue();
        assertThat(models.find("one").orElseThrow().artefact().isNull()).isFalse();
    }

    private void waitFor(String mentioned) {
        Eventually.holds("the registry notices " + mentioned, Duration.ofSeconds(15), () -> {
            var now = models.serving();
            return mentioned.equals(now.id())
                    || (now.complaint() != null && now.complaint().contains(mentioned));
        });
    }

    private String hash() {
        return features.hash(FEATURE).orElseThrow();
    }

    private TrainedModel model(String id, String parent, String hash) {
        var predictor = new Linear(new double[] {0.1}, new double[] {0.2}, new double[] {1.5}, -2);
        var scoring = new ScoringModel(
                List.of(new ScoringModel.Feature(FEATURE, hash, 0.1)),
                List.of(new ScoringModel.Task(Outcome.EXPAND, 1, predictor, Calibration.NONE)));
        return new TrainedModel(
                id,
                "logistic-regression",
                State.CANDIDATE,
                List.of(new TrainedModel.FeatureUsed(FEATURE, hash)),
                clock.instant(),
                clock.instant(),
                json.createObjectNode(),
                parent,
                json.valueToTree(scoring),
                scoring.digest(),
                clock.instant(),
                null,
                null);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
