package org.articlerecommender.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CatalogTest {

    private final Catalog catalog;

    CatalogTest(Catalog catalog) {
        this.catalog = catalog;
    }

    @Test
    void storesAnArticleOnceHoweverOftenItComes() {
        var article = article("9801.00001", 1, "Lighthouses", "cs.CY");

        assertThat(catalog.save(List.of(article, article))).isEqualTo(1);
        assertThat(catalog.save(List.of(article))).isZero();
        assertThat(catalog.find(article.id())).hasValue(article);
    }

    @Test
    void takesANewerVersionAndIgnoresAnOlderOne() {
        catalog.save(List.of(article("9801.00002", 2, "Harbours, revised", "cs.CY")));

        assertThat(catalog.save(List.of(article("9801.00002", 1, "Harbours", "cs.CY"))))
                .isZero();
        assertThat(catalog.save(List.of(article("9801.00002", 3, "Harbours, again", "cs.CY"))))
                .isEqualTo(1);
        assertThat(catalog.find(new ArticleId("9801.00002")).orElseThrow().title())
                .isEqualTo("Harbours, again");
    }

    @Test
    void movesItsRevisionWithEveryChangeAndOnlyThen() {
        var article = article("9801.00003", 1, "Bridges", "cs.CY");
        catalog.save(List.of(article));
        long before = catalog.revision();

        catalog.save(List.of(article));
        assertThat(catalog.revision()).isEqualTo(before);

        catalog.save(List.of(article("9801.00003", 2, "Bridges", "cs.CY")));
        assertThat(catalog.revision()).isGreaterThan(before);
    }

    @Test
    void pagesThroughACategoryWithoutGapOrRepetition() {
        var articles = new ArrayList<Article>();
        for (int i = 10; i < 17; i++) {
            articles.add(article("9801.000" + i, 1, "Paper " + i, "nlin.CG"));
        }
        catalog.save(articles);
        var filter = new ArticleFilter("nlin", null, null, null);

        var seen = new ArrayList<ArticleId>();
        var page = catalog.page(filter, null, 3);
        seen.addAll(page.items().stream().map(Article::id).toList());
        while (page.next() != null) {
            page = catalog.page(filter, page.next(), 3);
            seen.addAll(page.items().stream().map(Article::id).toList());
        }

        assertThat(page.total()).isEqualTo(7);
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        articles.stream().map(Article::id).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=1001, limit",
        "from=yesterday, from",
        "to=2025-02-31, to",
        "cursor=nonsense, cursor"
    })
    void aListNamesTheParameterThatItCannotTake(String query, String field) {
        given().get("/api/v1/articles?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void a12_takesAVersionedAddressForAnArticle() {
        catalog.save(List.of(
                article("9801.00007", 1, "Canals", "cs.CY"), article("nlin/9801007", 1, "Old canals", "nlin.CD")));

        given().get("/api/v1/articles/9801.00007v3").then().statusCode(200).body("title", equalTo("Canals"));
        given().get("/api/v1/articles/nlin/9801007").then().statusCode(200).body("title", equalTo("Old canals"));
        given().get("/api/v1/articles/9801.99999")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("9801.99999"));
        given().get("/api/v1/articles/nonsense").then().statusCode(400);
    }

    private static Article article(String id, int version, String title, String category) {
        return Invented.article(id, version, title, category, LocalDate.parse("2024-01-11"));
    }
}
