package org.articlerecommender.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and by what name the original was reached. */
@QuarkusTest
class SeedAddressesTest {

    private final AlsoPorts ports;

    SeedAddressesTest(AlsoPorts ports) {
        this.ports = ports;
    }

    @Test
    void l1_answersOnFurtherPorts() {
        assertThat(ports.listening())
                .hasSize(1)
                .allSatisfy(
                        port -> given().port(port).get("/q/health/ready").then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"preprocessing", "run", "stop", "train", "logs", "check", "dev", "job", "import-log", "bench"})
    void l3_hasAScriptForEachOfTheOriginalsTargets(String name) {
        assertThat(Files.isExecutable(Path.of("scripts", name))).isTrue();
    }

    /** The original's training ran from one directory only. */
    @ParameterizedTest
    @ValueSource(strings = {"train", "run", "job", "stop"})
    void l5_aScriptRunsFromAnyDirectory(String name) throws Exception {
        var script = Path.of("scripts", name).toAbsolutePath().toString();
        var process = new ProcessBuilder(script, "--help")
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("scripts/" + name);
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void l6_documentsTheApiAtTheOriginalsAddresses() {
        given().get("/docs/").then().statusCode(200).body(containsString("swagger-ui"));
        given().get("/redoc").then().statusCode(200).body(containsString("swagger-ui"));
        given().accept("application/json")
                .get("/openapi.json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Article Recommender"))
                .body("paths", hasKey("/rerank"))
                .body("paths", hasKey("/recommendations"));
    }
}
