package org.articlerecommender.recommend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.Eventually;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RecommendationResourceTest {

    private static final List<String> BREAD = List.of(
            "Sourdough starters and the bacteria that live in them",
            "How long dough should rest before it is baked",
            "Rye bread with a crust that stays crisp",
            "Baking bread in a wood oven: heat and steam",
            "The chemistry of yeast in slow fermentation",
            "Kneading by hand or by machine: texture of wheat bread");
    private static final List<String> STARS = List.of(
            "Dwarf galaxies at the edge of the local group",
            "Spectra of old stars in a globular cluster",
            "A census of pulsars near the galactic centre",
            "Dust lanes in spiral galaxies seen in infrared",
            "Orbits of stars around a black hole",
            "Star formation in colliding galaxies");

    private final Catalog catalog;
    private final Embedding embedding;
    private final EventLog log;
    private final Rankings rankings;
    private final CandidateWindow window;

    RecommendationResourceTest(
            Catalog catalog, Embedding embedding, EventLog log, Rankings rankings, CandidateWindow window) {
        this.catalog = catalog;
        this.embedding = embedding;
        this.log = log;
        this.rankings = rankings;
        this.window = window;
    }

    @BeforeEach
    void articles() {
        var articles = new ArrayList<Article>();
        for (int i = 0; i < 6; i++) {
            articles.add(Invented.ofToday("9901.1000" + i, BREAD.get(i), "cs.CY"));
            articles.add(Invented.ofToday("9901.2000" + i, STARS.get(i), "astro-ph.GA"));
        }
        catalog.save(articles);
        embedding.embedNow(articles.stream().map(Article::id).toList());
        var last = articles.get(11).id();
        Eventually.holds(
                "the candidates follow the catalog",
                Duration.ofSeconds(10),
                () -> window.current().has(last));
    }

    @Test
    void a5_answersAnArrayOfAtMostTenDocuments() {
        List<Object> documents = given().queryParam("user_id", "somebody")
                .get("/recommendations")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath()
                .getList("$");

        assertThat(documents).hasSize(10);
    }

    @Test
    void a5_missesTheUserWith422() {
        given().get("/recommendations")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("user_id"));
    }

    @Test
    void a6_aDocumentHasTheOriginalsFieldsInTheOriginalsOrder() {
        var body = given().queryParam("user_id", "somebody")
                .get("/recommendations")
                .asString();

        assertThat(body)
                .matches(
                        "(?s)\\[\\{\"entry_id\":\"http://arxiv.org/abs/[^\"]+v\\d+\",\"updated\":\"\\d{4}-\\d\\d-\\d\\d\","
                                + "\"published\":\"\\d{4}-\\d\\d-\\d\\d\",\"title\":\".*?\",\"authors\":\\[.*?],\"categories\":\\[.*?],"
                                + "\"comment\":.*?,\"summary\":\".*?\",\"primary_category\":\".*?\",\"doi\":.*?,"
                                + "\"submitted\":\"\\d{4}-\\d\\d-\\d\\d\",\"journal_ref\":.*?}.*");
    }

    @Test
    void a7_keepsTheScoreToItselfUnlessAsked() {
        given().queryParam("user_id", "somebody").get("/recommendations").then().body("[0].score", nullValue());
        given().queryParam("explain", true)
                .get("/api/v1/users/somebody/recommendations")
                .then()
                .body("items[0].score", notNullValue())
                .body("items[0].features.size()", greaterThan(0));
    }

    @Test
    void a9_refusesAnEmptyUserId() {
        given().queryParam("user_id", "")
                .get("/recommendations")
                .then()
                .statusCode(422)
                .body("detail", containsString("user_id"));
    }

    @Test
    void putsFirstWhatIsLikeTheArticlesTheReaderOpened() {
        var baker = reader();
        act(baker, EventType.EXPAND, "9901.10000");
        act(baker, EventType.CLICK, "9901.10001");

        var first = titles(baker, 4);

        // articles about bread of other tests may be among them
        assertThat(first).doesNotContainAnyElementsOf(STARS);
    }

    @Test
    void leavesOutWhatTheReaderHid() {
        var astronomer = reader();
        act(astronomer, EventType.EXPAND, "9901.20000");
        act(astronomer, EventType.HIDE, "9901.20001");

        assertThat(titles(astronomer, 50)).doesNotContain(STARS.get(1));
    }

    @Test
    void recordsTheListWithTheVectorsItWasOrderedBy() {
        var answer = given().get("/api/v1/users/%s/recommendations?limit=5".formatted(reader()))
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .extract()
                .jsonPath();

        var kept = rankings.find(UUID.fromString(answer.getString("ranking"))).orElseThrow();

        assertThat(kept.items()).hasSize(5).allSatisfy(item -> {
            assertThat(item.features()).hasSameSizeAs(item.featureNames()).isNotEmpty();
            assertThat(item.propensity()).isBetween(0.0, 1.0).isNotZero();
        });
        assertThat(kept.items().get(0).article().value()).isEqualTo(answer.getString("items[0].article.id"));
    }

    @Test
    void c8_tenIsTheLengthOfAListUnlessTheCallerSaysAnother() {
        given().get("/api/v1/users/somebody/recommendations")
                .then()
                .statusCode(200)
                .body("items", hasSize(10));
        assertThat(titles(reader(), 3)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1001"})
    void refusesALengthThatMakesNoSense(String limit) {
        given().get("/api/v1/users/ada/recommendations?limit=" + limit)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("limit"));
    }

    private List<String> titles(ReaderId reader, int limit) {
        return given().get("/api/v1/users/%s/recommendations?limit=%d".formatted(reader, limit))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.article.title");
    }

    private static ReaderId reader() {
        return new ReaderId("reader-" + UUID.randomUUID());
    }

    private void act(ReaderId reader, EventType type, String article) {
        log.record(List.of(new Event(
                UUID.randomUUID(),
                reader,
                type,
                new ArticleId(article),
                null,
                null,
                Instant.now().minus(Duration.ofMinutes(5)))));
    }
}
