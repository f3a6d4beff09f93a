package org.articlerecommender.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.ranking.InventedModels;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.TrainedModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelPageTest {

    private final ModelRegistry models;
    private final InventedModels invented;
    private final Jobs jobs;
    private final ObjectMapper json;
    private final DataSource dataSource;

    ModelPageTest(ModelRegistry models, InventedModels invented, Jobs jobs, ObjectMapper json, DataSource dataSource) {
        this.models = models;
        this.invented = invented;
        this.jobs = jobs;
        this.json = json;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void startWithNothing() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate training.model, training.evaluation");
        }
    }

    @AfterEach
    void leaveTheFallback() throws SQLException {
        invented.leaveTheFallback();
        startWithNothing();
    }

    @Test
    void aModelIsPromotedChallengedAndRolledBackByAButtonEach() {
        models.add(model("one", null));
        models.add(model("two", "one"));

        press("one", "promote");
        press("two", "challenge");

        assertThat(models.serving().id()).isEqualTo("one");
        page().body(containsString("Lists are ordered by <code>one</code>"))
                .body(containsString("two challenges in live lists: readers preferred it on 0 of their days"))
                .body(containsString("action=\"/operator/models/one/rollback\""))
                .body(containsString("expand: AUC 0.700, off by 0.010"));
        press("two", "withdraw");
        press("two", "promote");
        press("two", "rollback");
        assertThat(models.serving().id()).isEqualTo("one");
    }

    @Test
    void showsWhatWasMeasuredOrWhyNothingWas() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate events.ranking cascade");
        }

        jobs.runNow("evaluate", JobRun.Trigger.HAND);

        page().body(containsString("own log: nothing was measured")).body(containsString("Measure the own log now"));
    }

    @Test
    void aModelThatIsNotThereIsNotFound() {
        given().redirects()
                .follow(false)
                .post("/operator/models/nothing/promote")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse page() {
        return given().accept("text/html").get("/operator").then().statusCode(200);
    }

    private static void press(String model, String button) {
        given().redirects()
                .follow(false)
                .post("/operator/models/" + model + "/" + button)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/operator#models"));
    }

    private TrainedModel model(String id, String parent) {
        var task = json.createObjectNode().put("auc", 0.7).put("answers", 12);
        task.putObject("learned").put("outcome", "expand");
        task.putObject("reliability").put("error", 0.01);
        var metrics = json.createObjectNode();
        metrics.putArray("tasks").add(task);
        return invented.model(id, parent, 1, metrics);
    }
}
