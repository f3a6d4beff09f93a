package org.articlerecommender.ranking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.Embedding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RankResourceTest {

    private static final Map<String, String> RETRIEVAL =
            Map.of("id", "r", "title", "Sparse and dense retrieval at scale");
    private static final Map<String, String> QUBITS = Map.of("id", "q", "title", "Cooling of superconducting qubits");

    private static final Map<String, String> LIKED =
            Map.of("id", "9901.00001", "title", "Dense retrieval with small encoders", "at", "2025-06-20");

    private final Catalog catalog;
    private final Embedding embedding;

    RankResourceTest(Catalog catalog, Embedding embedding) {
        this.catalog = catalog;
        this.embedding = embedding;
    }

    @Test
    void putsFirstWhatIsLikeWhatWasLiked() {
        var answer =
                rank(Map.of("asOf", "2025-07-01", "liked", List.of(LIKED), "candidates", List.of(QUBITS, RETRIEVAL)));

        assertThat(answer.getList("results.id")).containsExactly("r", "q");
        assertThat(answer.getString("model")).isEqualTo("interest");
        assertThat(answer.getString("results[0].reasons[0].liked")).isEqualTo("9901.00001");
    }

    @Test
    void everyCandidateComesBackOnceAsGivenAndUnknownOnesLast() {
        var answer = rank(Map.of(
                "liked",
                List.of(LIKED),
                "candidates",
                List.of("9902.00001v3", "https://arxiv.org/abs/9902.00001", "nonsense", QUBITS)));

        assertThat(answer.getList("results.id")).containsExactly("q", "9902.00001v3", "nonsense");
        assertThat(answer.getFloat("results[1].score")).isZero();
        assertThat(answer.getList("notes", String.class))
                .anyMatch(note -> note.startsWith("1 candidates name an article"))
                .anyMatch(note -> note.startsWith("2 candidates are not in the catalog"));
    }

    @Test
    void saysThatCandidatesAreKnownAlready() {
        var answer = rank(Map.of("liked", List.of(RETRIEVAL), "candidates", List.of(QUBITS, RETRIEVAL)));

        assertThat(answer.getList("results.id")).containsExactly("r", "q");
        assertThat(answer.getList("notes", String.class)).anyMatch(note -> note.startsWith("1 candidates are liked"));
    }

    @Test
    void saysThatDislikesAloneAreNotUsed() {
        var answer = rank(Map.of("disliked", List.of(LIKED), "candidates", List.of(QUBITS, RETRIEVAL)));

        assertThat(answer.getString("model")).isEqualTo("newest-first");
        assertThat(answer.getList("notes", String.class)).anyMatch(note -> note.startsWith("What is disliked"));
    }

    @Test
    void learnsFromLikedTextsWithoutAnId() {
        var paper = Map.of("title", "Dense retrieval with small encoders");

        var answer = rank(Map.of("liked", List.of(paper), "candidates", List.of(QUBITS, RETRIEVAL)));

        assertThat(answer.getList("results.id")).containsExactly("r", "q");
        assertThat(answer.getString("results[0].reasons[0].text")).contains("Dense retrieval with small encoders");
    }

    @Test
    void ofTwoAlikeTheOneByAnAuthorOfWhatWasLikedComesFirst() {
        catalog.save(List.of(
                by("9903.20001", "Ada Example", "Coupled pendulums in a ring"),
                by("9903.20002", "Zoe Example", "Twelve pendulums on one beam"),
                by("9903.20003", "Ada Example", "Twelve pendulums on one beam")));
        embedding.embedNow(Stream.of("9903.20001", "9903.20002", "9903.20003")
                .map(ArticleId::new)
                .toList());

        var answer = rank(Map.of(
                "liked", List.of(Map.of("id", "9903.20001")), "candidates", List.of("9903.20002", "9903.20003")));

        assertThat(answer.getList("results.id")).containsExactly("9903.20003", "9903.20002");
        assertThat(answer.getDouble("results[0].score")).isGreaterThan(answer.getDouble("results[1].score"));
    }

    private static Article by(String id, String author, String title) {
        var one = Invented.old(id, title);
        return new Article(
                one.id(),
                1,
                title,
                one.summary(),
                List.of(author),
                one.categories(),
                one.primaryCategory(),
                one.published(),
                one.updated(),
                one.announced(),
                null,
                null,
                null,
                false,
                false);
    }

    @Test
    void usesNothingDatedAsOfOrLater() {
        var sameDay = Map.of("id", "9901.00002", "title", "Superconducting qubits", "at", "2025-07-01");
        var before = Map.of("asOf", "2025-07-01", "liked", List.of(LIKED), "candidates", List.of(QUBITS, RETRIEVAL));
        var with = Map.of(
                "asOf", "2025-07-01", "liked", List.of(LIKED, sameDay), "candidates", List.of(QUBITS, RETRIEVAL));

        assertThat(rank(with).getList("results.score")).isEqualTo(rank(before).getList("results.score"));
        assertThat(rank(with).getList("notes")).asString().contains("1 liked articles are dated asOf or later");
    }

    @Test
    void givesTheSameAnswerToTheSameQuestion() {
        var question = Map.of("asOf", "2025-07-01", "liked", List.of(LIKED), "candidates", List.of(QUBITS, RETRIEVAL));

        assertThat(rank(question).prettify()).isEqualTo(rank(question).prettify());
    }

    @Test
    void saysThatNothingLikedIsKnown() {
        var answer = rank(Map.of("candidates", List.of(QUBITS, RETRIEVAL)));

        assertThat(answer.getString("model")).isEqualTo("newest-first");
        assertThat(answer.getList("results.id")).containsExactly("q", "r");
    }

    @Test
    void answersNoCandidatesWithNoResults() {
        assertThat(rank(Map.of("liked", List.of(LIKED), "candidates", List.of()))
                        .getList("results"))
                .isEmpty();
    }

    @Test
    void theLaterWordOnAnArticleCounts() {
        var disliked = Map.of("id", "9901.00001v2", "at", "2025-06-25");

        var answer = rank(Map.of(
                "asOf",
                "2025-07-01",
                "liked",
                List.of(LIKED),
                "disliked",
                List.of(disliked),
                "candidates",
                List.of(QUBITS)));

        assertThat(answer.getString("model")).isEqualTo("newest-first");
        assertThat(answer.getList("notes")).asString().contains("both liked and disliked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"liked\": []} | candidates",
                "{\"candidates\": [null]} | candidates[0].id",
                "{\"candidates\": [{\"title\": \"no id\"}]} | candidates[0].id",
                "{\"candidates\": [\"\"]} | candidates[0].id",
                "{\"candidates\": [], \"liked\": [{\"at\": \"2025-01-01\"}]} | liked[0].id",
                "{\"candidates\": \"2503.01234\"} | candidates",
                "{\"candidates\": [], \"asOf\": \"yesterday\"} | asOf",
                "{\"candidates\": [], \"liked\": [{\"id\": \"x\", \"at\": \"2025-13-01\"}]} | liked[0].at",
                "{\"candidates\": [], \"liked\": [{\"id\": \"x\", \"at\": \"-999999999-01-01\"}]} | liked[0].at",
                "{\"candidates\": [], \"asOf\": \"+999999999-12-31T23:59:59Z\"} | asOf",
                "{\"candidates\": [[1]]} | candidates[0]",
                "`` | body"
            })
    void refusesAndNamesTheField(String body, String field) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/rank")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(field));
    }

    @Test
    void refusesMoreThanTenThousandCandidates() {
        given().contentType(ContentType.JSON)
                .body(Map.of("candidates", Collections.nCopies(10_001, "x")))
                .post("/api/v1/rank")
                .then()
                .statusCode(413)
                .body("violations.field", hasItem("candidates"));
    }

    @Test
    void reranksDocumentsForAQuery() {
        given().contentType(ContentType.JSON)
                .body(Map.of("query", "search engines", "documents", List.of(QUBITS, RETRIEVAL), "user", "a-stranger"))
                .post("/api/v1/rerank")
                .then()
                .statusCode(200)
                .body("model", is("words-and-meaning"))
                .body("results.id", is(List.of("r", "q")))
                .body("notes[0]", containsString("a-stranger"));
    }

    @Test
    void aWordThatADocumentHoldsCountsBesideItsMeaning() {
        var named = Map.of("id", "n", "title", "Notes on Zyxolite");
        var other = Map.of("id", "o", "title", "Notes on minerals and their names");

        given().contentType(ContentType.JSON)
                .body(Map.of("query", "zyxolite", "documents", List.of(other, named, "2901.00001")))
                .post("/api/v1/rerank")
                .then()
                .statusCode(200)
                .body("results.id", is(List.of("n", "o", "2901.00001")));
    }

    private static JsonPath rank(Map<String, ?> request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/api/v1/rank")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
