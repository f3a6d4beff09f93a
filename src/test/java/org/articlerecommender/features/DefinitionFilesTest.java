package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.articlerecommender.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFilesTest {

    @TempDir
    Path directory;

    private DefinitionFiles files(String named) {
        return new DefinitionFiles(new FeaturesConfig() {
            @Override
            public Duration readPatience() {
                return OnlineTableTest.PATIENT.readPatience();
            }

            @Override
            public Duration writePatience() {
                return OnlineTableTest.PATIENT.writePatience();
            }

            @Override
            public Duration pause() {
                return OnlineTableTest.PATIENT.pause();
            }

            @Override
            public double parityLeast() {
                return OnlineTableTest.PATIENT.parityLeast();
            }

            @Override
            public Optional<String> definitionsDir() {
                return Optional.ofNullable(named);
            }
        });
    }

    @Test
    void areWhatShipsUnlessADirectoryIsNamed() {
        assertThat(files(null).read().revision())
                .isEqualTo(DefinitionSource.shipped().revision());
    }

    @Test
    void areReadAnewEachTime() throws IOException {
        var file = directory.resolve("article.yaml");
        Files.writeString(file, text("7d"));
        var first = files(directory.toString()).read();
        Files.writeString(file, text("8d"));

        var second = files(directory.toString()).read();

        assertThat(first.find("tried:clicks")).isPresent();
        assertThat(second.revision()).isNotEqualTo(first.revision());
    }

    @Test
    void aDirectoryWithoutThemIsRefused() {
        assertThatThrownBy(() -> files(directory.toString()).read())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no .yaml file");
        assertThatThrownBy(() -> files(directory.resolve("none").toString()).read())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aBadFileIsNamedWithLineAndField() throws IOException {
        Files.writeString(directory.resolve("article.yaml"), text("7 days"));

        assertThatThrownBy(() -> files(directory.toString()).read())
                .isInstanceOf(BadDefinition.class)
                .hasMessageContaining("article.yaml, line 8")
                .hasMessageContaining("window");
    }

    private static String text(String window) {
        return """
                entity: article
                join_keys: [entry_id]
                views:
                  - name: tried
                    ttl: 1d
                    source: {table: events.event}
                    features:
                      - {name: clicks, dtype: int64, kind: count, event: click, window: %s, default: 0, description: Clicks}
                """.formatted(window);
    }
}
