package org.articlerecommender.recommend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroundsResourceTest {

    private static final ArticleId TIDES = new ArticleId("9907.30000");
    // by id the last, so that it would not come first by itself
    private static final String NEAR = "9907.30007";
    private static final List<String> TITLES = List.of(
            "Tide tables for small harbours",
            "Glazes for stoneware fired in wood kilns",
            "Beehives in winter: weight and temperature",
            "Counting swallows by their calls",
            "Paper folding and the geometry of creases",
            "Mosses on old roofs",
            "The acoustics of wooden churches",
            "Predicting tides in harbours from few gauges");

    private final Catalog catalog;
    private final Embedding embedding;
    private final EventLog log;

    // a reader of its own for each test, so that no test sees what another did
    private final ReaderId reader = new ReaderId("grounds-" + UUID.randomUUID());

    GroundsResourceTest(Catalog catalog, Embedding embedding, EventLog log) {
        this.catalog = catalog;
        this.embedding = embedding;
        this.log = log;
    }

    @BeforeEach
    void articles() {
        var articles = new ArrayList<Article>();
        for (int i = 0; i < TITLES.size(); i++) {
            articles.add(Invented.ofToday("9907.3000" + i, TITLES.get(i), "cs.CY"));
        }
        catalog.save(articles);
        embedding.embedNow(articles.stream().map(Article::id).toList());
    }

    @Test
    void namesTheReadersOwnArticleAndWhereTheOtherWouldStandWithoutIt() {
        did(EventType.SAVE, TIDES);

        var why = why(NEAR);

        assertThat(why.getList("liked.article.id")).containsExactly(TIDES.value());
        assertThat(why.getInt("liked[0].positionWithout")).isGreaterThan(why.getInt("position"));
        assertThat(why.getInt("candidates")).isGreaterThanOrEqualTo(TITLES.size());
    }

    @Test
    void namesTheAuthorsByWhomTheReaderLikedSomething() {
        did(EventType.SAVE, TIDES);

        assertThat(why(NEAR).getList("authors")).containsExactly("Ada Example");
    }

    @Test
    void whatWasForgottenIsNoGroundAnyMoreAtOnce() {
        did(EventType.SAVE, TIDES);
        int before = why(NEAR).getInt("position");

        did(EventType.FORGET, TIDES);
        var after = why(NEAR);

        assertThat(after.getList("liked")).isEmpty();
        assertThat(after.getList("authors")).isEmpty();
        assertThat(after.getInt("position")).isGreaterThan(before);
    }

    @Test
    void anArticleIsNoGroundForItself() {
        did(EventType.SAVE, TIDES);
        did(EventType.EXPAND, new ArticleId(NEAR));

        assertThat(why(NEAR).getList("liked.article.id")).containsExactly(TIDES.value());
    }

    @Test
    void toHaveReadAnArticleGivesNeitherWordsNorAuthorsForIt() {
        did(EventType.EXPAND, TIDES);

        var why = why(TIDES.value());
        assertThat(why.getList("words")).isEmpty();
        assertThat(why.getList("authors")).isEmpty();
    }

    @Test
    void aReaderWithoutAHistoryHasNoGrounds() {
        var why = why(NEAR);

        assertThat(why.getList("liked")).isEmpty();
        assertThat(why.getList("words")).isEmpty();
        assertThat(why.getInt("position")).isPositive();
    }

    @Test
    void anArticleThatNobodyKnowsIsNotFound() {
        given().get("/api/v1/users/ada/why/9907.39999").then().statusCode(404).body("detail", containsString("known"));
    }

    private void did(EventType type, ArticleId article) {
        log.record(List.of(new Event(UUID.randomUUID(), reader, type, article, null, null, Instant.now())));
    }

    private JsonPath why(String article) {
        return given().get("/api/v1/users/{user}/why/{id}", reader.value(), article)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
