package org.articlerecommender.features;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PushResourceTest {

    private static final String VALUES = "{\"citations\": %s, \"attention\": 0.5, \"has_code\": true, \"venue\": null,"
            + " \"topics\": [\"graphs\", \"tea\"]}";

    private final Catalog catalog;
    private final DataSource dataSource;
    private final RedisDataSource redis;

    PushResourceTest(Catalog catalog, DataSource dataSource, RedisDataSource redis) {
        this.redis = redis;
        this.catalog = catalog;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void anArticleOfWhichNothingWasPushed() throws SQLException {
        var now = Instant.now();
        catalog.save(List.of(new Article(
                new ArticleId("2503.00007"),
                1,
                "Tea leaves",
                "We read tea leaves.",
                List.of("Ada Example"),
                List.of("cs.IR"),
                "cs.IR",
                now,
                now,
                LocalDate.now(ZoneOffset.UTC),
                null,
                null,
                null,
                false,
                false)));
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from features.article_signals");
        }
        redis.key(String.class).del("features:article_signals:2503.00007");
    }

    private static String row(Instant at, String values) {
        return "{\"entry_id\": \"2503.00007\", \"event_timestamp\": \"%s\", \"values\": %s}".formatted(at, values);
    }

    private static ValidatableResponse push(String view, String rows) {
        return given().contentType(ContentType.JSON)
                .body("{\"view\": \"%s\", \"rows\": [%s]}".formatted(view, rows))
                .post("/api/v1/features/push")
                .then();
    }

    private static ValidatableResponse read() {
        return given().contentType(ContentType.JSON)
                .body("""
                        {"features": ["article_signals:citations", "article_signals:has_code", "article_signals:venue",
                          "article_signals:topics"], "entities": [{"entry_id": "2503.00007"}]}""")
                .post("/api/v1/features/online")
                .then();
    }

    @Test
    void whatIsPushedIsServedAtOnce() {
        push("article_signals", row(Instant.now(), VALUES.formatted("9007199254740993")))
                .statusCode(200)
                .body("stored", is(1));

        read().body("results[0].values[0]", equalTo(9007199254740993L))
                .body("results[0].values[1]", is(true))
                .body("results[0].statuses[2]", is("MISSING"))
                .body("results[0].values[3]", equalTo(List.of("graphs", "tea")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1751349600", "1751349600000", "\"1751349600\"", "\"2025-07-01\"", "{}"})
    void aMomentThatIsNoIsoTimeIsRefusedRatherThanGuessed(String moment) {
        push("article_signals", row(Instant.EPOCH, VALUES.formatted("3")).replace("\"1970-01-01T00:00:00Z\"", moment))
                .statusCode(400)
                .body("violations[0].field", is("rows[0].event_timestamp"))
                .body("violations[0].message", containsString("a moment like"));
    }

    @Test
    void anOlderValueDoesNotReplaceANewerOne() {
        var later = Instant.now().plusSeconds(60);
        push("article_signals", row(later, VALUES.formatted("8"))).statusCode(200);
        push("article_signals", row(later.minusSeconds(10), VALUES.formatted("7")))
                .statusCode(200);

        read().body("results[0].values[0]", equalTo(8));
    }

    @Test
    void aValueOfAClockThatIsAheadIsServedWithoutRedisToo() {
        push("article_signals", row(Instant.now().plusSeconds(200), VALUES.formatted("8")))
                .statusCode(200);
        redis.key(String.class).del("features:filled");

        read().body("results[0].values[0]", equalTo(8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"many\" | rows[0].values.citations | whole number",
                "1.5 | rows[0].values.citations | whole number",
                "true | rows[0].values.citations | whole number",
                "99999999999999999999 | rows[0].values.citations | whole number",
                "1, \"attention\": \"NaN\" | rows[0].values.attention | finite number",
                "1, \"attention\": 1e300 | rows[0].values.attention | float32",
                "1, \"likes\": 2 | rows[0].values.likes | no such feature"
            })
    void refusesValuesOfAnotherTypeAndStoresNothing(String citations, String field, String fix) {
        var values = VALUES.formatted(citations);
        if (citations.contains("attention")) {
            values = values.replace(" \"attention\": 0.5,", "");
        }

        push("article_signals", row(Instant.now(), values) + "," + row(Instant.now(), VALUES.formatted("1")))
                .statusCode(400)
                .body("violations[0].field", is(field))
                .body("violations[0].message", containsString(fix));

        read().body("results[0].statuses[1]", is("MISSING"));
    }

    @Test
    void refusesNotANumber() {
        push("article_signals", row(Instant.now(), VALUES.formatted("NaN")))
                .statusCode(400)
                .body("violations[0].message", containsString("not valid JSON"));
    }

    @Test
    void refusesMomentsThatHaveExpiredOrAreToCome() {
        var rows = row(Instant.now().minusSeconds(86_400 * 31), VALUES.formatted("1"))
                + ","
                + row(Instant.now().plusSeconds(900), VALUES.formatted("1"));

        push("article_signals", rows)
                .statusCode(400)
                .body("violations[0].field", is("rows[0].event_timestamp"))
                .body("violations[0].message", containsString("expired"))
                .body("violations[1].message", containsString("future"));
    }

    @Test
    void refusesEntitiesThatNobodyKnows() {
        var now = Instant.now();
        var unknown = row(now, VALUES.formatted("1")).replace("2503.00007", "2503.99998");
        var reader = row(now, VALUES.formatted("1")).replace("entry_id\": \"2503.00007", "user_id\": \"ada");

        push("article_signals", unknown + "," + reader)
                .statusCode(400)
                .body("violations[0].field", is("rows[0].entry_id"))
                .body("violations[1].field", is("rows[1].entry_id"));
    }

    @Test
    void refusesViewsThatAreComputed() {
        push("document_daily_stats", row(Instant.now(), "{}"))
                .statusCode(400)
                .body("violations[0].field", is("view"))
                .body("violations[0].message", containsString("article_signals"));
    }
}
