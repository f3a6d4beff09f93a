package org.articlerecommender.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LedgerResourceTest {

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "to=-999999999-01-01, to",
        "to=%2B999999999-12-31, to",
        "from=2025-07-02&to=2025-07-01, from"
    })
    void namesADayThatCannotBe(String query, String field) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/ledger?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void answersForTheLastDaysWithoutAny() {
        given().get("/api/v1/ledger").then().statusCode(200).body("$", hasKey("summary"));
    }
}
