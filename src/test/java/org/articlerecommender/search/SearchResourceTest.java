package org.articlerecommender.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
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
import org.junit.jupiter.params.provider.ValueSource;

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
    @CsvSource({
        "q=, q",
        "source=local, q",
        "q=ice&source=moon, source",
        "q=ice&limit=0, limit",
        "q=ice&limit=ten, limit",
        "q=ice&offset=-1, offset",
        "q=ice&sort=oldest, sort",
        "q=ice&category=1.2, category",
        "q=ice&author=..., author",
        "q=ice&from=yesterday, from",
        "q=ice&to=2025-13-01, to",
        "q=ice&from=2025-02-01&to=2025-01-01, to",
        "q=ice&user=%00, address"
    })
    void namesTheParameterThatItCannotTake(String query, String field) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/search?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9601.00001", "arXiv:9601.00001v3", "https://arxiv.org/pdf/9601.00001"})
    void findsAnArticleByItsIdInAnyForm(String id) {
        given().queryParam("q", id)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("items.article.id", equalTo(List.of("9601.00001")));
    }

    @Test
    void saysWhenAnIdIsNotStoredHere() {
        given().get("/api/v1/search?q=2901.00001")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("note", containsString("2901.00001 is not stored here"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"rivers of ice\" | ",
                "ice author:Nobody | none",
                "ice cat:math | none",
                "rivers before:2024-01-11 | none",
                "rivers after:2024-01-11 before:2024-01-12 | "
            })
    void restrictsWhatMeaningFindsToo(String query, String none) {
        List<String> found =
                given().queryParam("q", query).get("/api/v1/search").path("items.article.id");

        if (none != null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains("9601.00002");
        }
    }

    @Test
    void saysWhatIsNoFilter() {
        given().queryParam("q", "glaciers after:soon")
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("note", containsString("after:soon"))
                .body("items[0].article.id", equalTo("9601.00001"));
    }

    @Test
    void pagesThroughTheSameOrder() {
        List<String> all = given().get("/api/v1/search?q=ice&limit=4").path("items.article.id");
        var second = given().get("/api/v1/search?q=ice&limit=2&offset=2").then().extract();

        assertThat(second.<List<String>>path("items.article.id")).isEqualTo(all.subList(2, all.size()));
        assertThat(second.<Integer>path("items[0].position")).isEqualTo(3);
        assertThat(given().get("/api/v1/search?q=ice&limit=2").<Integer>path("next"))
                .isEqualTo(2);
    }

    @Test
    void showsTheWordsInTheAbstract() {
        given().get("/api/v1/search?q=glacier")
                .then()
                .body("items[0].snippet.find { it.hit }.text", equalTo("Glaciers"));
    }
}
