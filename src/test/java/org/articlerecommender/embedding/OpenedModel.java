package org.articlerecommender.embedding;

import java.nio.file.Path;
import java.util.Optional;

/** Opens sentence models for measuring, as the application would. */
public final class OpenedModel {

    private static final int TOKENS = 256;

    private OpenedModel() {}

    /** @param directory with {@code model.onnx} and {@code tokenizer.json}; empty for the model that ships */
    public static Embedder in(Optional<Path> directory, int tokens) {
        return open(directory, tokens, Optional.of(Path.of("target", "models")));
    }

    /**
     * @param directory the model's; empty for the one that ships
     * @param kept where rewritten graphs are kept; empty to run the graph as it came
     */
    public static Embedder open(Optional<Path> directory, Optional<Path> kept) {
        return open(directory, TOKENS, kept);
    }

    private static Embedder open(Optional<Path> directory, int tokens, Optional<Path> kept) {
        NativeLibraries.keepIn(Path.of("target", "native"));
        var limits = new SentenceModel.Limits(tokens, 1, Runtime.getRuntime().availableProcessors());
        return SentenceModel.open(ModelFiles.in(directory), limits, kept);
    }
}
