package org.articlerecommender.features;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FeatureResourceTest {

    private final EventLog log;

    FeatureResourceTest(EventLog log) {
        this.log = log;
    }

    @Test
    void listsTheOriginalsViewsWithTheirFeatures() {
        given().get("/api/v1/features/views")
                .then()
                .statusCode(200)
                .body("views.name", hasItems("user_daily_stats", "document_daily_stats", "reader_article"))
                .body("views.find { it.name == 'user_daily_stats' }.join_keys", equalTo(List.of("user_id")))
                .body("views.find { it.name == 'user_daily_stats' }.features.name", hasItems("query", "title"))
                .body("services.name", hasItem("feed_ranker_v1"));
    }

    @Test
    void f3_answersWithTheQueriesOfAReaderAndWhatIsMissing() {
        var reader = new ReaderId("reader " + UUID.randomUUID());
        log.record(List.of(new Event(
                UUID.randomUUID(), reader, EventType.SEARCH, null, null, "zero-shot {x}; drop", Instant.now())));

        given().contentType(ContentType.JSON)
                .body("""
                        {"features": ["user_daily_stats:query", "user_daily_stats:clicks_7d", "document_daily_stats:click"],
                         "entities": [{"user_id": "%s", "entry_id": "http://arxiv.org/abs/2599.12345v3"}]}""".formatted(reader))
                .post("/api/v1/features/online")
                .then()
                .statusCode(200)
                .body("results[0].entry_id", is("2599.12345"))
                .body("results[0].values", equalTo(java.util.Arrays.asList("zero-shot {x}; drop", 0, 0)))
                .body("results[0].statuses", equalTo(List.of("PRESENT", "PRESENT", "MISSING")));
    }

    @Test
    void whatShipsIsAppliedAndApplyingAgainChangesNothing() {
        given().get("/api/v1/features/plan")
                .then()
                .statusCode(200)
                .body("safe", is(true))
                .body("changes.size()", is(0));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/features/apply")
                .then()
                .statusCode(200)
                .body("changes.size()", is(0));
        given().contentType(ContentType.JSON)
                .body("{\"plan\": \"another\"}")
                .post("/api/v1/features/apply")
                .then()
                .statusCode(409);
        given().noContentType().post("/api/v1/features/apply").then().statusCode(200);
        given().contentType(ContentType.TEXT)
                .body("another")
                .post("/api/v1/features/apply")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | features",
                "{\"features\": []} | features",
                "{\"features\": [\"user_daily_stats:query\"]} | entities",
                "{\"features\": [\"user_daily_stats:nothing\"], \"entities\": [{\"user_id\": \"ada\"}]} | features[0]",
                "{\"features\": [null], \"entities\": [{\"user_id\": \"ada\"}]} | features[0]",
                "{\"service\": \"no such\", \"entities\": [{\"user_id\": \"ada\"}]} | service",
                "{\"service\": \"feed_ranker_v1\", \"entities\": [{}]} | entities[0]",
                "{\"service\": \"feed_ranker_v1\", \"entities\": [null]} | entities[0]",
                "{\"service\": \"feed_ranker_v1\", \"entities\": [{\"user_id\": \"a\\u0000b\"}]} | entities[0].user_id",
                "{\"service\": \"feed_ranker_v1\", \"entities\": [{\"entry_id\": \"nonsense\"}]} | entities[0].entry_id",
                "{\"service\": \"feed_ranker_v1\", \"entities\": 7} | entities",
                "[1] | body",
                "{ | body"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/features/online")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", containsString(field));
    }
}
