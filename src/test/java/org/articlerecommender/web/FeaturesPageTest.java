package org.articlerecommender.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.FeatureSeries.Point;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeaturesPageTest {

    private final EventLog log;

    FeaturesPageTest(EventLog log) {
        this.log = log;
    }

    @Test
    void showsViewsWithWhereTheyComeFromAndGo() {
        given().get("/features")
                .then()
                .statusCode(200)
                .body(containsString("user_daily_stats"))
                .body(containsString("article_signals"))
                .body(containsString("<span class=\"chip\">click</span>"))
                .body(containsString("feed_ranker_v1"))
                .body(containsString("revision"))
                .body(not(containsString("Waiting to be applied")));
    }

    @Test
    void showsTheLiveValuesOfAReaderAndHowOneWent() {
        var reader = new ReaderId("reader " + UUID.randomUUID());
        for (int i = 0; i < 2; i++) {
            log.record(List.of(new Event(
                    UUID.randomUUID(), reader, EventType.SEARCH, null, null, "tea & <leaves>", Instant.now())));
        }

        given().queryParam("key", reader.value())
                .queryParam("feature", "clicks_7d")
                .get("/features/user_daily_stats")
                .then()
                .statusCode(200)
                .body(containsString("tea &amp; &lt;leaves&gt;"))
                .body(containsString("present"))
                .body(containsString("<polyline"))
                .body(containsString("2 values"));
    }

    @Test
    void saysWhatIsMissing() {
        given().queryParam("key", "2599.99999")
                .get("/features/article_signals")
                .then()
                .statusCode(200)
                .body(containsString("missing"))
                .body(containsString("There is no history"));
    }

    @Test
    void asksForEachKeyOfAPair() {
        given().get("/features/reader_category")
                .then()
                .statusCode(200)
                .body(containsString("name=\"user_id\""))
                .body(containsString("name=\"category\""));
        given().queryParam("user_id", "ada & co")
                .queryParam("category", "cs.IR")
                .get("/features/reader_category")
                .then()
                .statusCode(200)
                .body(containsString("missing"))
                .body(containsString("There is no history of ada &amp; co, cs.IR"));
        given().queryParam("user_id", "ada")
                .get("/features/reader_category")
                .then()
                .statusCode(200)
                .body(containsString("Each of the keys is needed"));
    }

    @Test
    void saysWhatIsWrongWithAKey() {
        given().queryParam("key", "nonsense")
                .get("/features/document_daily_stats")
                .then()
                .statusCode(200)
                .body(containsString("aria-invalid"));
    }

    @Test
    void aViewThatIsNotThereIsNotFound() {
        given().get("/features/nothing").then().statusCode(404);
    }

    @Test
    void refusesToApplyAPlanThatNobodyHasSeen() {
        given().formParam("plan", "0000").post("/features/apply").then().statusCode(409);
    }

    @Test
    void aChartHoldsEachValueUntilTheNext() {
        var start = Instant.parse("2025-07-01T06:00:00Z");

        var chart = Chart.of(List.of(
                new Point(start, 1), new Point(start.plusSeconds(50), 3), new Point(start.plusSeconds(100), 2)));

        assertThat(chart.points()).isEqualTo("8.0,184.0 320.0,184.0 320.0,16.0 632.0,16.0 632.0,100.0");
        assertThat(chart.lastX()).isEqualTo("632.0");
        assertThat(Chart.of(List.of())).isNull();
        assertThat(Chart.of(List.of(new Point(start, 5))).points()).isEqualTo("8.0,184.0");
    }
}
