package org.articlerecommender.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.articlerecommender.onnx.FusedGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {

    @TempDir
    private Path directory;

    @BeforeAll
    static void libraries() {
        NativeLibraries.keepIn(Path.of("target", "native"));
    }

    @Test
    void isBetweenTheShippedGraphAndItsRewrittenForm() throws OrtException, IOException {
        var files = ModelFiles.in(Optional.empty());
        try (var tokens = Tokens.of(files.tokenizer(), 256);
                var original = SentenceGraph.open(files);
                var fused = SentenceGraph.open(FusedGraph.of(files.graph()).orElseThrow())) {
            assertThat(Agreement.between(original, fused, tokens)).isTrue();
        }
    }

    @Test
    void isNotWithAGraphThatTurnsVectorsAway() throws OrtException, IOException {
        assertThat(agree(1, 1)).isTrue();
        assertThat(agree(1, -1)).isFalse();
    }

    @Test
    void isNotWithAGraphThatGivesNoNumbers() throws OrtException, IOException {
        assertThat(agree(1, Float.NaN)).isFalse();
    }

    private boolean agree(float one, float other) throws OrtException, IOException {
        var files = model("one", one);
        try (var tokens = Tokens.of(files.tokenizer(), 256);
                var first = SentenceGraph.open(files);
                var second = SentenceGraph.open(model("other", other))) {
            return Agreement.between(first, second, tokens);
        }
    }

    private ModelFiles model(String name, float unknown) throws IOException {
        return ModelFiles.in(
                Optional.of(TinyModel.write(directory.resolve(name), "input_ids", TinyModel.WORDS, unknown)));
    }
}
