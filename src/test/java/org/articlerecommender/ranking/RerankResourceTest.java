package org.articlerecommender.ranking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.TextVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The original's call, row by row of its contract. */
@QuarkusTest
class RerankResourceTest {

    private static final List<String> TITLES = List.of(
            "Cooling of superconducting qubits",
            "Dense retrieval with small encoders",
            "Soil moisture from satellites");

    private final TextVectors texts;

    RerankResourceTest(TextVectors texts) {
        this.texts = texts;
    }

    @Test
    void a1_answersWithACompactArrayOfIdsAndNothingElse() {
        var answer = rerank(List.of("b", "a \"quoted\" é"), List.of("Quantum error correction", "Cake"), "quantum");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.asString()).isEqualTo("[\"b\",\"a \\\"quoted\\\" é\"]");
    }

    @Test
    void a2_ordersByDotProductDescending() {
        var query = "neural search engines";
        var expected = List.of("0", "1", "2").stream()
                .sorted((a, b) -> Float.compare(
                        fit(query, TITLES.get(Integer.parseInt(b))), fit(query, TITLES.get(Integer.parseInt(a)))))
                .toList();

        var answer = rerank(List.of("0", "1", "2"), TITLES, query);

        assertThat(answer.jsonPath().getList("")).isEqualTo(expected).first().isEqualTo("1");
    }

    @Test
    void a2_breaksTiesByIdDescending() {
        var answer = rerank(List.of("1", "3", "2"), List.of("One title", "One title", "One title"), "anything");

        assertThat(answer.asString()).isEqualTo("[\"3\",\"2\",\"1\"]");
    }

    @Test
    void a3_looksAtTitlesOnlyAndAtNoReader() {
        var body = Map.of(
                "result_ids", List.of("x", "y"),
                "titles", List.of("Cake", "Dense retrieval"),
                "query", "retrieval",
                "user_id", "ada",
                "summaries", List.of("Dense retrieval", "Cake"));

        assertThat(post(body).asString()).isEqualTo("[\"y\",\"x\"]");
    }

    @Test
    void a4_refusesListsOfDifferentLengthAndNamesBoth() {
        rerank(List.of("1", "2"), List.of("One"), "q")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItems("result_ids", "titles"));
    }

    @Test
    void a4_answersEmptyListsWithAnEmptyList() {
        assertThat(rerank(List.of(), List.of(), "q").asString()).isEqualTo("[]");
    }

    @Test
    void keepsDuplicateIdsAsGiven() {
        assertThat(rerank(List.of("1", "1"), List.of("Cake", "Dense retrieval"), "q")
                        .asString())
                .isEqualTo("[\"1\",\"1\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"titles\": [], \"query\": \"q\"} | 422 | result_ids",
                "{\"result_ids\": [], \"query\": \"q\"} | 422 | titles",
                "{\"result_ids\": [], \"titles\": []} | 422 | query",
                "{\"result_ids\": \"1\", \"titles\": [], \"query\": \"q\"} | 422 | result_ids",
                "{\"result_ids\": [1], \"titles\": [\"a\"], \"query\": \"q\"} | 422 | result_ids[0]",
                "{\"result_ids\": [\"1\"], \"titles\": [null], \"query\": \"q\"} | 422 | titles[0]",
                "{\"result_ids\": [\"\\ud800\"], \"titles\": [\"a\"], \"query\": \"q\"} | 422 | result_ids[0]",
                "[] | 422 | body",
                "`` | 422 | body",
                "{ | 400 | body"
            })
    void refusesAndNamesTheField(String body, int status, String field) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/rerank")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(field));
    }

    @Test
    void refusesMoreThanTenThousandTitles() {
        var many = java.util.Collections.nCopies(10_001, "x");

        rerank(many, many, "q").then().statusCode(413).body("detail", containsString("result_ids"));
    }

    private float fit(String query, String title) {
        return DotProduct.of(texts.of(query), texts.of(title));
    }

    private static Response rerank(List<String> ids, List<String> titles, String query) {
        return post(Map.of("result_ids", ids, "titles", titles, "query", query));
    }

    private static Response post(Object body) {
        return given().contentType(ContentType.JSON).body(body).post("/rerank");
    }
}
