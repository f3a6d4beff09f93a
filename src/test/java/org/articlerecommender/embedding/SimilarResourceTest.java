package org.articlerecommender.embedding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SimilarResourceTest {

    private static final ArticleId TRANSLATION = new ArticleId("2503.01234");
    private static final ArticleId LANGUAGES = new ArticleId("hep-th/9901001");
    private static final ArticleId COMET = new ArticleId("2503.01236");

    private final Catalog catalog;
    private final Embedding embedding;
    private final ArticleVectors vectors;
    private final DataSource dataSource;

    SimilarResourceTest(Catalog catalog, Embedding embedding, ArticleVectors vectors, DataSource dataSource) {
        this.catalog = catalog;
        this.embedding = embedding;
        this.vectors = vectors;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void articles() throws SQLException {
        empty();
        catalog.save(List.of(
                EmbeddingTest.article(TRANSLATION, 1, "Neural machine translation of German", 3),
                EmbeddingTest.article(LANGUAGES, 1, "Translating between two languages with neural networks", 3),
                EmbeddingTest.article(COMET, 1, "The orbit of a comet around a distant star", 3)));
    }

    @AfterEach
    void empty() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from catalog.article");
        }
        vectors.refresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2503.01234", "2503.01234v3", "arXiv:2503.01234"})
    void listsTheNearestFirst(String id) {
        embedding.embedMissing(Progress.SILENT);

        given().get("/api/v1/articles/" + id + "/similar?limit=2")
                .then()
                .statusCode(200)
                .body("items.id", contains(LANGUAGES.value(), COMET.value()))
                .body("items[0].title", equalTo("Translating between two languages with neural networks"))
                .body("items[1].score", lessThan(0.9f));
    }

    @Test
    void takesAnIdWithASlash() {
        embedding.embedMissing(Progress.SILENT);

        given().get("/api/v1/articles/hep-th/9901001/similar?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(TRANSLATION.value()));
        given().get("/api/v1/articles/hep-th/9901001").then().statusCode(200).body("id", equalTo(LANGUAGES.value()));
    }

    @Test
    void embedsAnArticleThatHasNoVectorYet() {
        embedding.embedNow(List.of(LANGUAGES));

        given().get("/api/v1/articles/2503.01234/similar")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void doesNotKnowAnUnknownArticle() {
        given().get("/api/v1/articles/1234.56789/similar")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("1234.56789"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense/similar", "2503.01234/similar?limit=0", "2503.01234/similar?limit=201"})
    void refusesWhatCannotBe(String path) {
        given().get("/api/v1/articles/" + path).then().statusCode(400).contentType("application/problem+json");
    }
}
