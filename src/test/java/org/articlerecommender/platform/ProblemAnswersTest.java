package org.articlerecommender.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemAnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"user\": \"ada\"|body|not valid JSON",
                "{\"user\": [], \"type\": \"search\"}|user|expected a text",
                "{\"user\": \"ada\", \"type\": \"dance\"}|type|expected one of",
                "{\"user\": \"ada\", \"type\": \"click\", \"article\": \"x\"}|article|arXiv id",
                "{\"user\": \"ada\", \"type\": \"search\", \"at\": \"noon\"}|at|moment",
                "{\"user\": \"ada\", \"type\": \"search\", \"id\": \"7\"}|id|UUID",
                "[{\"user\": \"ada\", \"type\": \"search\"}, {\"user\": \"ada\", \"type\": \"dance\"}]|[1].type|expected one of",
                "\"text\"|body|expected an event"
            })
    void namesTheFieldAndWhatItShouldBe(String body, String field, String message) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(message));
    }

    @Test
    void namesAParameterThatIsNoNumber() {
        given().get("/api/v1/articles?limit=many")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("limit"))
                .body("violations[0].message", containsString("whole number"));
    }

    @Test
    void answersNothingThereAsAProblemToo() {
        given().accept(ContentType.JSON)
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void refusesAChangeThatAnotherSiteMakesInABrowser() {
        given().header("Sec-Fetch-Site", "cross-site")
                .contentType(ContentType.JSON)
                .body("{\"user\": \"ada\", \"type\": \"search\"}")
                .post("/api/v1/events")
                .then()
                .statusCode(403);
    }

    @Test
    void isNoOperatorWhoComesThroughAProxyWithoutAToken() {
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/api/v1/jobs")
                .then()
                .statusCode(403)
                .body("detail", containsString("OPERATOR_TOKEN"));
    }
}
