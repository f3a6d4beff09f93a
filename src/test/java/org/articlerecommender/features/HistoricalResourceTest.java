package org.articlerecommender.features;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.features.FeatureReading.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class HistoricalResourceTest {

    private static final FeatureView VIEW =
            DefinitionSource.shipped().view("document_daily_stats").orElseThrow();
    private static final Instant T = Instant.parse("2025-03-05T06:00:00Z");
    private static final String ASKED = "{\"features\": [\"document_daily_stats:click\"]}\n";

    @TestHTTPResource("/")
    URL address;

    private final ObjectMapper json = new ObjectMapper();
    private final HistoryWriter history;
    private final HistoricalFeatures features;
    private final DataSource dataSource;

    HistoricalResourceTest(HistoryWriter history, HistoricalFeatures features, DataSource dataSource) {
        this.history = history;
        this.features = features;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("delete from features.document_daily_stats");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void clicks(String article, Instant at, long clicks) throws SQLException {
        var values = new Object[VIEW.features().size()];
        values[VIEW.indexOf("click")] = clicks;
        history.append(VIEW, "model", Map.of(new Moment(article, at), new EntityValues(at, values)));
    }

    private List<JsonNode> ask(String body) throws Exception {
        var text = given().contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/features/historical")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var lines = new ArrayList<JsonNode>();
        for (var line : text.split("\n")) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static String row(String article, Instant at) {
        return "{\"entry_id\": \"%s\", \"event_timestamp\": \"%s\"}\n".formatted(article, at);
    }

    @Test
    void eachRowGetsWhatWasKnownAtItsMoment() throws Exception {
        clicks("2503.00001", T, 1);
        clicks("2503.00001", T.plusSeconds(60), 2);
        var ttl = Duration.ofDays(10);

        var lines = ask(ASKED
                + row("2503.00001", T.minusNanos(1000))
                + row("2503.00001", T)
                + row("2503.00001", T.plusSeconds(59))
                + row("2503.00001", T.plusSeconds(60))
                + row("2503.00001", T.plusSeconds(60).plus(ttl).minusNanos(1000))
                + row("2503.00001", T.plusSeconds(60).plus(ttl))
                + row("2503.99999", T));

        assertThat(lines).extracting(line -> line.at("/values/0").asInt()).containsExactly(0, 1, 1, 2, 2, 0, 0);
        assertThat(lines)
                .extracting(line -> line.at("/statuses/0").asText())
                .containsExactly("MISSING", "PRESENT", "PRESENT", "PRESENT", "PRESENT", "EXPIRED", "MISSING");
    }

    @Test
    void ofTwoRowsOfOneMomentTheOneWrittenLastCounts() throws Exception {
        clicks("2503.00001", T, 1);
        clicks("2503.00001", T, 5);

        assertThat(ask(ASKED + row("2503.00001", T)).get(0).at("/values/0").asInt())
                .isEqualTo(5);
    }

    @Test
    void whatWasWrittenLaterDoesNotCountWhenAskedSo() throws Exception {
        clicks("2503.00001", T, 1);
        clicks("2503.00001", T, 5);
        execute("update features.document_daily_stats set created_timestamp = event_timestamp + interval '1 hour'"
                + " where click = 5");
        execute("update features.document_daily_stats set created_timestamp = event_timestamp where click = 1");
        var asked = ASKED.replace("}", ", \"created_by\": \"%s\"}".formatted(T.plusSeconds(60)));

        assertThat(ask(asked + row("2503.00001", T.plusSeconds(5)))
                        .get(0)
                        .at("/values/0")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aBadLineCostsThatLineOnlyAndTheOrderStays() throws Exception {
        clicks("2503.00001", T, 3);

        var lines = ask(ASKED
                + "{\n"
                + row("2503.00001", T)
                + "{\"entry_id\": \"nonsense\", \"event_timestamp\": \"%s\"}\n".formatted(T)
                + "{\"entry_id\": \"2503.00001\"}\n"
                + row("2503.00001", T)
                + "{\"entry_id\": \"2503.00001\", \"event_timestamp\": \"yesterday\"}");

        assertThat(lines).hasSize(6);
        assertThat(lines).extracting(line -> line.has("problem")).containsExactly(true, false, true, true, false, true);
        assertThat(lines.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(lines.get(2).get("problem").asText()).contains("entry_id");
        assertThat(lines.get(5).get("problem").asText()).contains("event_timestamp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | line 1",
                "{ | line 1",
                "null | line 1",
                "{} | features",
                "{\"features\": [\"a:b\"]} | features[0]",
                "{\"service\": \"none\"} | service",
                "{\"features\": [\"document_daily_stats:click\"], \"created_by\": \"never\"} | line 1, created_by",
                "{\"features\": [\"document_daily_stats:click\"], \"created_by\": 1751349600} | line 1, created_by"
            })
    void refusesAFirstLineThatAsksForNothing(String first, String field) {
        given().contentType("application/x-ndjson")
                .body((first + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/features/historical")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", containsString(field));
    }

    private JsonNode askJson(String body, int status) throws Exception {
        return json.readTree(given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/features/historical")
                .then()
                .statusCode(status)
                .extract()
                .asString());
    }

    @Test
    void asJsonTheRowsAreAListAndSoIsTheAnswer() throws Exception {
        clicks("2503.00001", T, 3);
        var asked = "{\"features\": [\"document_daily_stats:click\"], \"rows\": [%s, %s, %s]}";

        var answer = askJson(
                asked.formatted(
                        row("2503.00001", T), "{\"entry_id\": \"nonsense\"}", row("2503.00001", T.minusSeconds(1))),
                200);

        assertThat(answer.at("/rows/0/values/0").asInt()).isEqualTo(3);
        assertThat(answer.at("/rows/1/row").asInt()).isEqualTo(1);
        assertThat(answer.at("/rows/1/problem").asText()).contains("entry_id");
        assertThat(answer.at("/rows/2/statuses/0").asText()).isEqualTo("MISSING");
        assertThat(answer.has("problem")).isFalse();
    }

    @Test
    void asJsonWhatIsBrokenInTheMiddleEndsTheAnswerAndSaysWhere() throws Exception {
        var answer = askJson(
                "{\"features\": [\"document_daily_stats:click\"], \"rows\": [%s, {\"entry_id\": "
                        .formatted(row("2503.00001", T)),
                200);

        assertThat(answer.get("rows")).hasSize(1);
        assertThat(answer.get("problem").asText()).contains("row 1").contains("not JSON at line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | body",
                "{ | body",
                "{\"features\": [\"document_daily_stats:click\"]} | body",
                "{\"rows\": [], \"features\": [\"document_daily_stats:click\"]} | features",
                "{\"features\": 7, \"rows\": []} | features"
            })
    void refusesJsonThatAsksForNothing(String body, String field) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/features/historical")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", containsString(field));
    }

    /** More than any other call may send, of which only a few rows are ever in memory. */
    @Test
    void takesABodyOfAnyLength() throws Exception {
        clicks("2503.00001", T, 3);
        var line = "{\"entry_id\": \"2503.00001\", \"event_timestamp\": \"%s\"%s}\n"
                .formatted(T, " ".repeat(20_000))
                .getBytes(StandardCharsets.UTF_8);
        int lines = 68 * 1_048_576 / line.length;
        var parts = new Enumeration<InputStream>() {
            private int left = lines + 1;

            @Override
            public boolean hasMoreElements() {
                return left > 0;
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(left-- > lines ? ASKED.getBytes(StandardCharsets.UTF_8) : line);
            }
        };
        var request = HttpRequest.newBuilder(address.toURI().resolve("/api/v1/features/historical"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(parts)))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().filter(one -> one.contains("\"values\":[3]"))).hasSize(lines);
    }

    /** Against the plain definition, over random histories with gaps, equal moments and expired rows. */
    @Test
    void isTheJoinThatItsDefinitionSays() throws SQLException {
        var random = new Random(5);
        record Known(String article, Instant at, long value) {}
        var all = new ArrayList<Known>();
        for (int i = 0; i < 120; i++) {
            var at = T.plus(random.nextInt(40), ChronoUnit.DAYS).plusSeconds(random.nextInt(3));
            var one = new Known("2503.0000" + random.nextInt(4), at, i);
            all.add(one);
            clicks(one.article(), one.at(), one.value());
        }
        var rows = new ArrayList<HistoricalFeatures.Row>();
        for (int i = 0; i < 300; i++) {
            var at = T.plus(random.nextInt(60), ChronoUnit.DAYS).plusSeconds(random.nextInt(3));
            rows.add(new HistoricalFeatures.Row(
                    EntityKeys.of(null, new ArticleId("2503.0000" + random.nextInt(5))), at));
        }

        var joined = new ArrayList<HistoricalFeatures.Joined>();
        features.join(List.of("document_daily_stats:click"), null, rows.iterator(), joined::add);

        assertThat(joined).extracting(HistoricalFeatures.Joined::row).containsExactlyElementsOf(rows);
        for (var one : joined) {
            Known expected = null;
            for (var known : all) {
                if (known.article().equals(one.row().keys().article().value())
                        && !known.at().isAfter(one.row().at())
                        && (expected == null || !known.at().isBefore(expected.at()))) {
                    expected = known;
                }
            }
            var reading = one.readings().get(0);
            if (expected == null) {
                assertThat(reading.status()).isEqualTo(Status.MISSING);
            } else if (!expected.at().isAfter(one.row().at().minus(VIEW.ttl()))) {
                assertThat(reading.status()).isEqualTo(Status.EXPIRED);
            } else {
                assertThat(reading.value()).isEqualTo(expected.value());
                assertThat(reading.status()).isEqualTo(Status.PRESENT);
            }
        }
    }
}
