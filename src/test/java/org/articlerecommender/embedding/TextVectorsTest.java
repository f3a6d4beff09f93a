package org.articlerecommender.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextVectorsTest {

    /** Settings of a test. */
    record Settings(Optional<String> modelDir, int cachedTexts) implements EmbeddingConfig {

        @Override
        public int maxTokens() {
            return 64;
        }

        @Override
        public int batchSize() {
            return 1;
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Duration refreshEvery() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int windowDays() {
            return 10;
        }

        @Override
        public Optional<String> vectorDir() {
            return Optional.empty();
        }
    }

    private final CountingEmbedder embedder = new CountingEmbedder("one");
    private final TextVectors vectors = new TextVectors(embedder, new Settings(Optional.empty(), 3));

    @Test
    void keepsTheOrderAndEmbedsATextOnce() {
        var found = vectors.of(List.of("b", "a", "b"));

        assertThat(found)
                .containsExactly(
                        CountingEmbedder.vector("b"), CountingEmbedder.vector("a"), CountingEmbedder.vector("b"));
        assertThat(embedder.embedded).containsExactly("b", "a");
    }

    @Test
    void remembersTheTextsUsedLast() {
        vectors.of(List.of("a", "b", "c"));
        vectors.of("a");
        vectors.of("d");
        embedder.embedded.clear();

        vectors.of(List.of("a", "c", "d"));
        vectors.of("b");

        assertThat(embedder.embedded).containsExactly("b");
    }

    @Test
    void answersWithMoreTextsThanItRemembers() {
        assertThat(vectors.of(List.of("a", "b", "c", "d", "e"))).hasSize(5).doesNotContainNull();
    }

    @Test
    void forgetsTheVectorsOfAFormerModel() {
        vectors.of("a");
        embedder.model = "two";

        vectors.of("a");

        assertThat(embedder.embedded).containsExactly("a", "a");
    }

    @Test
    void hasNothingForNothing() {
        assertThat(vectors.of(List.of())).isEmpty();
    }
}
