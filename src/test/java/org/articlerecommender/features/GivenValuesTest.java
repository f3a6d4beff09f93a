package org.articlerecommender.features;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are pushed or selected, of pairs and of every list type, on their way to Redis, history and programs. */
@QuarkusTest
class GivenValuesTest {

    private static final String PUSHED = """
            entity: reader_category
            join_keys: [user_id, category]
            views:
              - name: tried_push
                ttl: 10d
                source: push
                features:
                  - {name: counts, dtype: "int64[]", kind: value, description: Counts}
                  - {name: scores, dtype: "float64[]", kind: value, description: Scores}
                  - {name: flags, dtype: "bool[]", kind: value, description: Flags}
                  - {name: level, dtype: float64, kind: value, default: 1, description: A level}
            """;
    private static final String SELECTED = """
            entity: reader_author
            join_keys: [user_id, author]
            views:
              - name: tried_sql
                ttl: 10d
                source:
                  sql: select * from (values %s) as given (user_id, author, counts, scores, flags, level)
                features:
                  - {name: counts, dtype: "int64[]", kind: value, description: Counts}
                  - {name: scores, dtype: "float64[]", kind: value, description: Scores}
                  - {name: flags, dtype: "bool[]", kind: value, description: Flags}
                  - {name: level, dtype: float64, kind: value, default: 1, description: A level}
            """;
    private static final String GOOD = "('ada', 'O''Neil | 5%', array[1, 2], array[0.5, 2], array[true, false], 7.5)";
    private static final String VALUES =
            "{\"counts\": [1, 9007199254740993], \"scores\": [0.1, -2.5e300], \"flags\": [true, false], \"level\": 3}";

    private final MoreDefinitions more;
    private final FeatureDefinitions definitions;
    private final SqlSource sql;
    private final RebuildJob rebuild;
    private final FeatureSeries series;

    GivenValuesTest(
            MoreDefinitions more,
            FeatureDefinitions definitions,
            SqlSource sql,
            RebuildJob rebuild,
            FeatureSeries series) {
        this.more = more;
        this.definitions = definitions;
        this.sql = sql;
        this.rebuild = rebuild;
        this.series = series;
    }

    @BeforeEach
    void aViewToPushTo() {
        more.apply(PUSHED);
    }

    @AfterEach
    void backToWhatShips() throws SQLException {
        more.back();
    }

    private static ValidatableResponse push(String keys, Instant at, String values) {
        return given().contentType(ContentType.JSON)
                .body("{\"view\": \"tried_push\", \"rows\": [{%s, \"event_timestamp\": \"%s\", \"values\": %s}]}"
                        .formatted(keys, at, values))
                .post("/api/v1/features/push")
                .then();
    }

    private static ValidatableResponse read(String view, String keys) {
        return given().contentType(ContentType.JSON)
                .body(
                        "{\"features\": [\"%1$s:counts\", \"%1$s:scores\", \"%1$s:flags\", \"%1$s:level\"], \"entities\": [{%2$s}]}"
                                .formatted(view, keys))
                .post("/api/v1/features/online")
                .then()
                .statusCode(200);
    }

    @Test
    void listsOfAPairGoThroughRedisHistoryAndTheJoin() throws Exception {
        var keys = "\"user_id\": \"ada|%\", \"category\": \"cs.IR\"";
        var now = Instant.now();
        push(keys, now.minusSeconds(60), VALUES.replace("3}", "2}")).statusCode(200);
        push(keys, now, VALUES).statusCode(200).body("stored", is(1));

        read("tried_push", keys)
                .body("results[0].values[0]", contains(1, 9007199254740993L))
                .body(containsString("[0.1,-2.5E300]"))
                .body("results[0].values[2]", contains(true, false))
                .body("results[0].category", is("cs.IR"));
        read("tried_push", keys.replace("cs.IR", "cs.RO")).body("results[0].statuses[0]", is("MISSING"));
        var joined = given().contentType("application/x-ndjson")
                .body(
                        "{\"features\": [\"tried_push:counts\", \"tried_push:level\"]}\n{%s, \"event_timestamp\": \"%s\"}\n"
                                .formatted(keys, now.minusSeconds(1))
                                .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/features/historical")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(joined).contains("\"values\":[[1,9007199254740993],2.0]").contains("\"category\":\"cs.IR\"");
        assertThat(rebuild.run(Progress.SILENT).sentence()).contains(" 0 different, 0 entries missing");
        var view = definitions.view("tried_push").orElseThrow();
        var of = new EntityKeys(new ReaderId("ada|%"), null, "cs.IR", null);
        assertThat(series.of(view, "level", of, 10))
                .extracting(FeatureSeries.Point::value)
                .containsExactly(2.0, 3.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 9007199254740993] | [1, 2.5] | counts | element 1 of the int64[], counted from 0: expected a whole number",
                "[1, 9007199254740993] | [null] | counts | element 0 of the int64[], counted from 0: expected no null",
                "[1, 9007199254740993] | 7 | counts | expected a list, int64[]",
                "[0.1, -2.5e300] | [0.1, \"a\"] | scores | element 1 of the float64[], counted from 0: expected a finite number",
                "[true, false] | [true, 0] | flags | element 1 of the bool[], counted from 0: expected true or false"
            })
    void refusesListsNamingElementAndType(String good, String bad, String feature, String message) {
        push("\"user_id\": \"ada\", \"category\": \"cs.IR\"", Instant.now(), VALUES.replace(good, bad))
                .statusCode(400)
                .body("violations[0].field", is("rows[0].values." + feature))
                .body("violations[0].message", containsString(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"user_id\": \"ada\" | rows[0].category | expected user_id and category",
                "\"user_id\": \"ada\", \"category\": \"\" | rows[0].category | visible characters",
                "\"user_id\": \"ada\", \"category\": \"cs.IR\", \"entry_id\": \"2503.00001\" | rows[0].entry_id | no other key"
            })
    void refusesKeysThatAreNotThoseOfTheView(String keys, String field, String message) {
        push(keys, Instant.now(), VALUES)
                .statusCode(400)
                .body("violations[0].field", is(field))
                .body("violations[0].message", containsString(message));
    }

    private SqlSource.Refreshed select(String rows) {
        more.apply(PUSHED, SELECTED.formatted(rows));
        return sql.refresh(definitions.view("tried_sql").orElseThrow());
    }

    @Test
    void aSelectGivesListsOfAPair() {
        var refreshed = select(GOOD);

        assertThat(refreshed).isEqualTo(new SqlSource.Refreshed(1, 0, null));
        assertThat(sql.refresh(definitions.view("tried_sql").orElseThrow()).added())
                .as("nothing has changed")
                .isZero();
        read("tried_sql", "\"user_id\": \"ada\", \"author\": \"O'Neil | 5%\"")
                .body("results[0].values[0]", contains(1, 2))
                .body("results[0].values[2]", contains(true, false))
                .body("results[0].statuses[3]", is("PRESENT"));
    }

    @Test
    void rowsOfASelectThatCannotBeKeptAreLeftOutAndSaidSo() {
        var refreshed = select(String.join(
                ", ",
                GOOD,
                "('bob', 'A', array[1, null], null, null, 1)",
                "('bob', 'B', null, array['NaN'::float8], null, 1)",
                "('bob', 'C', null, null, null, 'Infinity'::float8)",
                "('bob', null, null, null, null, 1)",
                "('bob', 'D', array[[1, 2], [3, 4]], null, null, 1)"));

        assertThat(refreshed.added()).isEqualTo(1);
        assertThat(refreshed.leftOut()).isEqualTo(5);
        assertThat(refreshed.complaint(definitions.view("tried_sql").orElseThrow()))
                .contains("5 rows of the SELECT of tried_sql were left out");
    }

    @Test
    void aSelectOfOtherTypesIsRefusedNamingColumnAndFix() {
        var refreshed = select("('ada', 'A', array['a'], array[0.5], array[true], true)");

        assertThat(refreshed.added()).isZero();
        assertThat(refreshed.wrong())
                .contains("counts is text[] and the feature int64[]; write counts::bigint[]")
                .contains("level is bool and the feature float64");
    }

    @Test
    void aViewThatBecomesOneOfAnotherEntityKeepsItsRowsAside() throws Exception {
        var keys = "\"user_id\": \"ada\", \"category\": \"cs.IR\"";
        push(keys, Instant.now(), VALUES).statusCode(200);
        var ofReaders = PUSHED.replace("reader_category", "reader").replace("[user_id, category]", "[user_id]");

        var plan = more.registry(ofReaders).plan();
        more.apply(ofReaders);

        assertThat(plan.safe()).isFalse();
        assertThat(plan.changes())
                .filteredOn(one -> one.object().equals("view") && one.name().equals("tried_push"))
                .singleElement()
                .satisfies(one -> assertThat(one.data()).contains("1 rows of another entity"));
        push("\"user_id\": \"ada\"", Instant.now(), VALUES.replace("3}", "4}")).statusCode(200);
        read("tried_push", "\"user_id\": \"ada\"").body("results[0].values[3]", is(4.0f));
        more.apply(PUSHED);
        assertThat(series.of(
                        definitions.view("tried_push").orElseThrow(),
                        "level",
                        new EntityKeys(new ReaderId("ada"), null, "cs.IR", null),
                        10))
                .extracting(FeatureSeries.Point::value)
                .as("the rows so far come back with the entity")
                .isEqualTo(List.of(3.0));
        more.execute("drop table features.\"%s\"".formatted(HistorySchema.aside("tried_push", Set.of("user_id"))));
    }
}
