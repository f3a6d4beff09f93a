package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedAddressesTest {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String HOSTS = "quarkus.redis.hosts";

    @TempDir
    Path temporary;

    @Test
    void startsNothingUntilAskedForAnAddress() {
        var directory = temporary.resolve("data");

        var config = config(directory, Map.of("quarkus.datasource.username", "somebody"));

        assertThat(config.getValue("data.dir", String.class)).isEqualTo(directory.toString());
        assertThat(config.getValue("quarkus.datasource.username", String.class)).isEqualTo("somebody");
        assertThat(config.getPropertyNames()).contains(URL, HOSTS);
        assertThat(directory).doesNotExist();
    }

    @Test
    void leavesAddressesFromOutsideAlone() {
        var directory = temporary.resolve("data");
        var outside = Map.of(URL, "jdbc:postgresql://db.invalid/articles", HOSTS, "redis://cache.invalid");

        var config = config(directory, outside);

        assertThat(config.getValue(URL, String.class)).isEqualTo("jdbc:postgresql://db.invalid/articles");
        assertThat(config.getValue(HOSTS, String.class)).isEqualTo("redis://cache.invalid");
        assertThat(directory).doesNotExist();
    }

    @Test
    void remembersAFailureAndDoesNotTryAgain() throws IOException {
        var notADirectory = Files.createFile(temporary.resolve("data"));
        var config = config(notADirectory, Map.of());

        assertThatThrownBy(() -> config.getValue(URL, String.class))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(notADirectory.toString())
                .hasNoCause();
        Files.delete(notADirectory);

        assertThatThrownBy(() -> config.getValue(URL, String.class)).isInstanceOf(CannotStart.class);
        assertThat(notADirectory).doesNotExist();
    }

    @Test
    void givesTheNumberOfThisProcess() {
        assertThat(config(temporary, Map.of()).getValue("jvm.pid", Long.class))
                .isEqualTo(ProcessHandle.current().pid());
    }

    private static SmallRyeConfig config(Path directory, Map<String, String> outside) {
        var defaults = Map.of(
                "data.dir",
                directory.toString(),
                "embedded.throw-away",
                "true",
                URL,
                "${embedded.postgres.url}",
                HOSTS,
                "${embedded.redis.url}");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withInterceptors(new EmbeddedAddresses())
                .withSources(new PropertiesConfigSource(new HashMap<>(defaults), "defaults", 100))
                .withSources(new PropertiesConfigSource(new HashMap<>(outside), "outside", 300))
                .build();
    }
}
