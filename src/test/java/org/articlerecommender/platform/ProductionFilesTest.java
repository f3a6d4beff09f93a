package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be held to the files under {@code docker/} without an engine. */
class ProductionFilesTest {

    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:(?!latest)[a-z]*-?[0-9][A-Za-z0-9.-]*");

    private static JsonNode services;
    private static JsonNode volumes;

    @BeforeAll
    static void read() throws IOException {
        var compose = new YAMLMapper(new YAMLFactory())
                .readTree(Path.of("docker/compose.yaml").toFile());
        services = compose.get("services");
        volumes = compose.get("volumes");
    }

    @Test
    void l2_publishesTheOriginalsAddressesBesideItsOwn() {
        assertThat(services.at("/app/ports")).extracting(JsonNode::asText).contains("8501:8080", "8000:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "postgres", "redis"})
    void l2_whatAServiceKeepsIsInADeclaredVolume(String service) {
        var mounts = services.get(service).get("volumes");

        assertThat(mounts)
                .isNotEmpty()
                .allSatisfy(mount ->
                        assertThat(volumes.has(mount.asText().split(":")[0])).isTrue());
        assertThat(services.get(service).get("restart").asText()).isEqualTo("unless-stopped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "redis"})
    void theApplicationWaitsUntilAStoreIsHealthy(String store) {
        assertThat(services.get(store).at("/healthcheck/test")).isNotEmpty();
        assertThat(services.at("/app/depends_on/" + store + "/condition").asText())
                .isEqualTo("service_healthy");
        assertThat(services.get(store).get("image").asText()).matches(PINNED);
    }

    @Test
    void noPasswordIsWrittenDown() {
        for (var service : services) {
            for (var value : service.path("environment")) {
                assertThat(value.asText()).doesNotContainPattern("(?i)^(password|secret|changeme|postgres)$");
            }
        }
        assertThat(services.at("/postgres/environment/POSTGRES_PASSWORD").asText())
                .startsWith("${POSTGRES_PASSWORD:?");
        assertThat(services.at("/app/environment/QUARKUS_REDIS_HOSTS").asText()).doesNotContain("PASSWORD");
        assertThat(services.at("/app/environment/OPERATOR_TOKEN").asText()).startsWith("${OPERATOR_TOKEN:?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void anImageIsPinnedRunsWithoutRootAndSaysHowItIs(String kind) throws IOException {
        var lines = Files.readAllLines(Path.of("docker/Dockerfile." + kind));

        assertThat(starting(lines, "FROM "))
                .hasSize(2)
                .allSatisfy(from -> assertThat(from.split(" ")[1]).matches(PINNED));
        assertThat(starting(lines, "USER ").get(starting(lines, "USER ").size() - 1))
                .isNotEqualTo("USER root");
        assertThat(starting(lines, "HEALTHCHECK ")).hasSize(1);
        assertThat(starting(lines, "COPY "))
                .filteredOn(line -> !line.contains("--from"))
                .allSatisfy(line -> {
                    var words = line.split(" ");
                    for (int i = 1; i < words.length - 1; i++) {
                        assertThat(Path.of(words[i])).exists();
                    }
                });
    }

    private static List<String> starting(List<String> lines, String word) {
        return lines.stream().filter(line -> line.startsWith(word)).toList();
    }
}
