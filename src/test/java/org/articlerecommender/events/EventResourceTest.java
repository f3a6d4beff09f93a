package org.articlerecommender.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EventResourceTest {

    private static final ArticleId PAPER = new ArticleId("9701.00001");

    private final Catalog catalog;
    private final EventLog log;
    private final Rankings rankings;

    EventResourceTest(Catalog catalog, EventLog log, Rankings rankings) {
        this.catalog = catalog;
        this.log = log;
        this.rankings = rankings;
    }

    @BeforeEach
    void article() {
        catalog.save(List.of(Invented.old(PAPER.value(), "Windmills")));
    }

    @Test
    void e4_recordsTheSameIdOnce() {
        var reader = reader();
        var body = "{\"id\": \"%s\", \"user\": \"%s\", \"type\": \"click\", \"article\": \"arXiv:9701.00001v2\"}"
                .formatted(UUID.randomUUID(), reader);

        post(body).statusCode(200).body("recorded", equalTo(1));
        post(body).statusCode(200).body("received", equalTo(1)).body("recorded", equalTo(0));

        assertThat(of(reader)).singleElement().extracting(Event::article).isEqualTo(PAPER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'user': '', 'type': 'search'}|400|user",
                "{'type': 'search'}|400|user",
                "{'user': 'ada'}|400|type",
                "{'user': 'ada', 'type': 'click'}|400|article",
                "{'user': 'ada', 'type': 'click', 'article': '9701.99999'}|422|article",
                "{'user': 'ada', 'type': 'search', 'ranking': '00000000-0000-0000-0000-000000000001'}|422|ranking",
                "{'user': 'ada', 'type': 'search', 'at': '2999-01-01T00:00:00Z'}|400|at",
                "{'user': 'ada', 'type': 'search', 'query': 'a\\u0000b'}|400|query",
                "[{'user': 'ada', 'type': 'search'}, {'user': '', 'type': 'search'}]|400|[1].user",
                "[{'user': 'ada', 'type': 'search'}, null]|400|[1]"
            })
    void refusesWhatItCannotTakeAndNamesIt(String body, int status, String field) {
        post(body.replace('\'', '"')).statusCode(status).body("violations[0].field", equalTo(field));
    }

    @Test
    void takesABatchWholeOrNotAtAll() {
        var reader = reader();

        post("[{\"user\": \"%s\", \"type\": \"search\"}, {\"user\": \"%s\", \"type\": \"click\", \"article\": \"9701.99999\"}]"
                        .formatted(reader, reader))
                .statusCode(422);

        assertThat(of(reader)).isEmpty();
    }

    @Test
    void refusesMoreThanAThousandAtOnce() {
        var one = "{\"user\": \"ada\", \"type\": \"search\"}";
        post("[" + (one + ",").repeat(1000) + one + "]").statusCode(413).body("detail", containsString("1000"));
    }

    @Test
    void e5_importsALogAndReportsTheLinesItCannotRead() {
        var reader = reader();
        var text =
                "2024-10-25 18:11:54,666 - INFO - {\"user_id\": \"%s\", \"action\": \"search\", \"query\": \"a } b\"}%n"
                        + "this is no line of a log%n"
                        + "2024-10-25 18:11:54,667 - INFO - {\"user_id\": \"%s\", \"action\": \"impress\", \"result\": \"http://arxiv.org/abs/2410.00001v1\"}%n"
                        + "2024-10-25 18:11:59,667 - INFO - {\"user_id\": \"%s\", \"action\": \"expand\", \"result\": \"http://arxiv.org/abs/2410.00001v1\"}%n";
        var body = text.formatted(reader, reader, reader);

        given().contentType(ContentType.TEXT)
                .body(body)
                .post("/api/v1/events/import")
                .then()
                .statusCode(200)
                .body("lines", equalTo(4))
                .body("recorded", equalTo(3))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(2))
                .body("distinct.total", equalTo(3));
        given().contentType(ContentType.TEXT)
                .body(body)
                .post("/api/v1/events/import")
                .then()
                .body("recorded", equalTo(0));

        var labelled =
                rankings.labelled(Instant.parse("2024-10-25T18:11:00Z"), Instant.parse("2024-10-25T18:12:00Z")).stream()
                        .filter(item -> item.reader().value().equals(reader))
                        .toList();
        assertThat(labelled).singleElement().satisfies(item -> {
            assertThat(item.expanded()).isTrue();
            assertThat(item.clicked()).isFalse();
        });
    }

    @Test
    void rendersALineOnceHoweverOftenThePageIsLoaded() {
        var reader = new ReaderId(reader());
        var now = Instant.now();
        var shown = new ShownRanking(
                UUID.randomUUID(),
                reader,
                ShownRanking.Kind.FEED,
                null,
                "test",
                "default",
                now,
                1,
                List.of(new ShownRanking.Item(1, PAPER, 0.5, 1, List.of("view:x"), new double[] {0.25})));
        rankings.save(shown);

        rankings.rendered(shown, 1, 1, now);
        rankings.rendered(shown, 1, 1, now.plus(Duration.ofMinutes(1)));

        assertThat(of(reader.value()))
                .extracting(Event::type)
                .containsExactlyInAnyOrder(EventType.RECOMMENDATIONS, EventType.IMPRESS);
        assertThat(rankings.find(shown.id()).orElseThrow().items().get(0).features())
                .containsExactly(0.25);
        assertThat(rankings.labelled(now, now.plusSeconds(1)))
                .filteredOn(item -> item.ranking().equals(shown.id()))
                .singleElement()
                .satisfies(item -> assertThat(item.positive()).isFalse());
    }

    private List<Event> of(String reader) {
        return log.of(new ReaderId(reader), EnumSet.allOf(EventType.class), Instant.EPOCH, 100);
    }

    private static String reader() {
        return "reader-" + UUID.randomUUID();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/events")
                .then();
    }
}
