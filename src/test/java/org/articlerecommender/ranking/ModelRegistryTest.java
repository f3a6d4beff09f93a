package org.articlerecommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
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

        models.rollback("two");

        assertThat(models.serving().id()).isEqualTo("one");
        assertThatThrownBy(() -> models.rollback("two"))
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
        execute("update training.model set artefact = jsonb_set(artefact, '{intercept}', '5') where id = 'two'");

        // as another replica would, without asking whether the model can be used
        table.activate("two", clock.instant(), "elsewhere");
        waitFor("two");

        assertThat(models.serving().id()).isEqualTo("one");
        assertThat(models.serving().complaint()).contains("two").contains("not the one that was stored");
    }

    @Test
    void takesOverWhatAnotherReplicaPromoted() throws Exception {
        models.add(model("one", null, hash()));

        table.activate("one", clock.instant(), "elsewhere");
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

    private void waitFor(String mentioned) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < until) {
            var now = models.serving();
            if (mentioned.equals(now.id())
                    || (now.complaint() != null && now.complaint().contains(mentioned))) {
                return;
            }
            Thread.sleep(200);
        }
    }

    private String hash() {
        return features.hash(FEATURE).orElseThrow();
    }

    private TrainedModel model(String id, String parent, String hash) {
        var scoring = new ScoringModel(List.of(new ScoringModel.Feature(FEATURE, hash, 0.1, 0.2, 1.5)), -2);
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
