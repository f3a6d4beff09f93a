package org.articlerecommender.embedding;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens sentence models for measuring, as the application would. */
public final class OpenedModel {

    private static final Path KEPT = Path.of("target", "models");

    private OpenedModel() {}

    /** @param directory with {@code model.onnx} and {@code tokenizer.json}; empty for the model that ships */
    public static Embedder in(Optional<Path> directory, int tokens) {
        return open(directory, tokens, true);
    }

    /** The same with the graph as it came. */
    public static Embedder asItCame(Optional<Path> directory, int tokens) {
        return open(directory, tokens, false);
    }

    /** How many tokens the model that ships sees of each text. */
    public static double[] tokens(List<String> texts, int most) {
        NativeLibraries.keepIn(Path.of("target", "native"));
        var limits = new SentenceModel.Limits(most, 1, 1, false);
        try (var tokens = ModelTrial.tokens(ModelFiles.in(Optional.empty()), limits)) {
            return texts.stream().mapToDouble(text -> tokens.of(text).length).toArray();
        }
    }

    private static Embedder open(Optional<Path> directory, int tokens, boolean rewritten) {
        NativeLibraries.keepIn(Path.of("target", "native"));
        var limits = new SentenceModel.Limits(tokens, 1, Runtime.getRuntime().availableProcessors(), rewritten);
        return SentenceModel.open(ModelFiles.in(directory), limits, KEPT);
    }
}
