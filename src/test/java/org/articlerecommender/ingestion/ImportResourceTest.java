package org.articlerecommender.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.Embedding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportResourceTest {

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    private final Catalog catalog;
    private final Embedding embedding;

    ImportResourceTest(Catalog catalog, Embedding embedding) {
        this.catalog = catalog;
        this.embedding = embedding;
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "application/json", "text/plain"})
    void oneBadLineCostsThatLineOnly(String type) {
        send(type, """
                        {"id": "1801.00001v2", "title": "First", "published": "2018-01-02"}

                        {"id": "1801.00002", "title": "Second"
                        {"id": "nonsense", "title": "Third"}
                        ["1801.00003"]
                        {"id": "1801.00004", "title": "Last", "abstract": null}
                        """)
                .statusCode(200)
                .body("received", is(5))
                .body("stored", is(2))
                .body("rejected.line", is(java.util.List.of(3, 4, 5)))
                .body("rejected[0].reason", is("line: not valid JSON"))
                .body("rejected[1].reason", startsWith("id: expected an arXiv id"))
                .body("rejected[2].reason", startsWith("line: expected one JSON object"));

        assertThat(catalog.find(new ArticleId("1801.00001")).orElseThrow().version())
                .isEqualTo(2);
        assertThat(catalog.find(new ArticleId("1801.00004"))).isPresent();
        assertThat(catalog.find(new ArticleId("1801.00002"))).isEmpty();
    }

    @Test
    void answersWhenTheArticlesCanBeRanked() {
        send("application/x-ndjson", lines(20, "1802.%05d")).statusCode(200).body("stored", is(20));

        assertThat(embedding.embedNow(IntStream.range(0, 20)
                        .mapToObj(i -> new ArticleId("1802.%05d".formatted(i)))
                        .toList()))
                .isZero();
    }

    @Test
    void takesTheSameArticleTwiceAndKeepsTheNewerVersion() {
        send("application/x-ndjson", """
                        {"id": "1803.00001v2", "title": "Newer", "published": "2018-03-02"}
                        {"id": "arXiv:1803.00001v1", "title": "Older", "published": "2018-03-02"}
                        """).statusCode(200).body("stored", is(2)).body("rejected", hasSize(0));

        assertThat(catalog.find(new ArticleId("1803.00001")).orElseThrow().title())
                .isEqualTo("Newer");
    }

    @Test
    void takesGzip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(lines(3, "1804.%05d").getBytes(StandardCharsets.UTF_8));
        }

        given().config(AS_IT_IS)
                .header("Content-Encoding", "gzip")
                .contentType("application/octet-stream")
                .header("Content-Type", "application/json")
                .body(bytes.toByteArray())
                .post("/api/v1/articles/import")
                .then()
                .statusCode(200)
                .body("stored", is(3));
    }

    @Test
    void takesAnEmptyBody() {
        send("application/x-ndjson", "\n\n")
                .statusCode(200)
                .body("received", is(0))
                .body("rejected", hasSize(0));
    }

    @Test
    void refusesALineOfMoreThanAMegabyteAndGoesOn() {
        var longLine = "{\"id\": \"1805.00001\", \"title\": \"T\", \"abstract\": \"" + "x".repeat(1 << 20) + "\"}\n";

        send("application/x-ndjson", longLine + "{\"id\": \"1805.00002\", \"title\": \"Fine\"}")
                .statusCode(200)
                .body("stored", is(1))
                .body("rejected[0].line", is(1))
                .body("rejected[0].reason", is("line: at most 1 MB"));
    }

    @Test
    void listsTheFirstThousandRefusals() {
        send("application/x-ndjson", "x\n".repeat(1500))
                .statusCode(200)
                .body("received", is(1500))
                .body("rejected", hasSize(1000));
    }

    @Test
    void storesHostileTexts() {
        send("application/x-ndjson", """
                        {"id": "1806.00001", "title": "'; drop table x; --\\u0000", "abstract": "<script>\\ud800</script>"}
                        """).statusCode(200).body("stored", is(1));

        assertThat(catalog.find(new ArticleId("1806.00001")).orElseThrow().title())
                .isEqualTo("'; drop table x; --");
    }

    @Test
    void refusesOtherEncodings() {
        given().config(AS_IT_IS)
                .header("Content-Encoding", "br")
                .header("Content-Type", "application/json")
                .body("{}")
                .post("/api/v1/articles/import")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("Content-Encoding"));
    }

    private static ValidatableResponse send(String type, String body) {
        return given().config(AS_IT_IS)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/articles/import")
                .then();
    }

    private static String lines(int many, String id) {
        return IntStream.range(0, many)
                .mapToObj(i -> "{\"id\": \"%s\", \"title\": \"Lamp %d\", \"published\": \"2018-02-01\"}"
                        .formatted(id.formatted(i), i))
                .collect(Collectors.joining("\n"));
    }
}
