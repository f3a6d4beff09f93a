package org.articlerecommender.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.Embedding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SearchResourceTest {

    private final Catalog catalog;
    private final Embedding embedding;

    SearchResourceTest(Catalog catalog, Embedding embedding) {
        this.catalog = catalog;
        this.embedding = embedding;
    }

    @BeforeEach
    void articles() {
        var articles = List.of(
                Invented.old("9601.00001", "Glaciers and how they carve valleys"),
                Invented.old("9601.00002", "Slow rivers of ice shape the mountains"),
                Invented.old("9601.00003", "Accordion music of the coast"));
        catalog.save(articles);
        embedding.embedNow(articles.stream().map(Article::id).toList());
    }

    @Test
    void findsByWordsAndByMeaning() {
        List<String> found = given().get("/api/v1/search?q=glaciers&source=local&limit=5")
                .then()
                .statusCode(200)
                .body("source", equalTo("local"))
                .extract()
                .path("items.article.id");

        assertThat(found.get(0)).isEqualTo("9601.00001");
        assertThat(found).contains("9601.00002");
    }

    @ParameterizedTest
    @CsvSource({"arxiv", "hybrid"})
    void u4_answersFromTheCatalogAndSaysSoWhenArxivIsAway(String source) {
        given().get("/api/v1/search?q=glaciers&source=" + source)
                .then()
                .statusCode(200)
                .body("source", equalTo("local"))
                .body("note", containsString("arXiv"))
                .body("items[0].article.id", equalTo("9601.00001"));
    }

    @ParameterizedTest
    @CsvSource({"q=, q", "source=local, q", "q=ice&source=moon, source", "q=ice&limit=0, limit"})
    void namesTheParameterThatItCannotTake(String query, String field) {
        given().get("/api/v1/search?" + query).then().statusCode(400).body("violations[0].field", equalTo(field));
    }
}
