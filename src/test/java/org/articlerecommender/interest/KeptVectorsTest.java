package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.articlerecommender.embedding.Embedder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptVectorsTest {

    private final List<String> embedded = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void embedsATextOnceForAllRuns() {
        new KeptVectors(new Lengths(), directory).embed(List.of("one", "three"));

        var again = new KeptVectors(new Lengths(), directory).embed(List.of("three", "fourth", "one"));

        assertThat(again).containsExactly(new float[] {5, 1}, new float[] {6, 1}, new float[] {3, 1});
        assertThat(embedded).containsExactly("one", "three", "fourth");
    }

    @Test
    void goesOnWhereARunWasCutOff() throws IOException {
        new KeptVectors(new Lengths(), directory).embed(List.of("one", "three"));
        try (var files = Files.list(directory)) {
            var file = files.findFirst().orElseThrow();
            var bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
        }

        new KeptVectors(new Lengths(), directory).embed(List.of("three"));
        var whole = new KeptVectors(new Lengths(), directory).embed(List.of("one", "three"));

        assertThat(whole).containsExactly(new float[] {3, 1}, new float[] {5, 1});
        assertThat(embedded).containsExactly("one", "three", "three");
    }

    private final class Lengths implements Embedder {

        @Override
        public String model() {
            return "lengths";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            embedded.addAll(texts);
            return texts.stream().map(text -> new float[] {text.length(), 1}).toList();
        }
    }
}
