package org.articlerecommender.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void namesAHeaderThatIsNoMediaType() throws IOException {
        assertThat(byHand("POST /rerank", "Content-Type: nonsense\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"field\":\"Content-Type\"");
    }

    @Test
    void refusesAFormThatCannotBeDecoded() {
        given().contentType("application/x-www-form-urlencoded")
                .body("user_id=%")
                .post("/settings/reader")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("body"));
    }

    /** Quarkus answers these before anything of ours is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"/?user_id=%", "/recommendations?user_id=%zz", "/api/v1/articles/%"})
    void refusesAnAddressThatCannotBeDecoded(String address) throws IOException {
        assertThat(byHand("GET " + address, "\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void namesTheParameterThatIsFarTooLong() {
        given().queryParam("user_id", "x".repeat(9000))
                .get("/recommendations")
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .statusCode(lessThan(500))
                .body("violations[0].field", equalTo("user_id"));
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

    /** Sends what no client library would. */
    private static String byHand(String what, String rest) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write((what + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + rest)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
