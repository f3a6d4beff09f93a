package org.articlerecommender.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Swagger UI offers what the description gives as an example. */
@QuarkusTest
class ApiDescriptionTest {

    private static Map<String, Map<String, Object>> paths() {
        return given().get("/openapi?format=json").jsonPath().getMap("paths");
    }

    /** What Swagger UI offers as the JSON body of a call, if it takes JSON and nothing else. */
    private static Object example(Map<String, Object> calls) {
        var content = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) calls.get("post")).get("requestBody")).get("content");
        var json = (Map<?, ?>) content.get("application/json");
        return json.get("examples") instanceof Map<?, ?> named
                ? ((Map<?, ?>) named.values().iterator().next()).get("value")
                : json.get("example");
    }

    private static boolean takesJsonAlone(Map<String, Object> calls) {
        return calls.get("post") instanceof Map<?, ?> post
                && post.get("requestBody") instanceof Map<?, ?> body
                && ((Map<?, ?>) body.get("content")).keySet().equals(Set.of("application/json"));
    }

    @Test
    void givesAnExampleOfEveryJsonBody() {
        var taking = paths().entrySet().stream()
                .filter(path -> takesJsonAlone(path.getValue()))
                .toList();

        assertThat(taking)
                .hasSizeGreaterThan(5)
                .allSatisfy(path ->
                        assertThat(example(path.getValue())).as(path.getKey()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rerank", "/api/v1/rank", "/api/v1/rerank", "/api/v1/features/online", "/api/v1/events"})
    void givesExamplesThatRun(String path) {
        given().contentType("application/json")
                .body(example(paths().get(path)))
                .post(path)
                .then()
                .statusCode(200);
    }

    @Test
    void leavesPagesOut() {
        assertThat(paths().keySet())
                .allMatch(
                        path -> path.startsWith("/api/") || path.equals("/rerank") || path.equals("/recommendations"));
    }
}
