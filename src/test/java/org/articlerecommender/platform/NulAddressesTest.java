package org.articlerecommender.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NulAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/ledger?category=a%00b",
                "/api/v1/imports/bad-lines?path=%00",
                "/search?q=a%00b",
                "/nothing/%00"
            })
    void isToldWhatIsWrong(String address) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("address"));
    }
}
