package org.articlerecommender.embedding;

import java.nio.file.Path;
import java.util.Optional;

/** A sentence model for measuring, opened as the application opens it. */
public final class OpenedModel {

    private OpenedModel() {}

    /** @param directory with {@code model.onnx} and {@code tokenizer.json}; empty for the model that ships */
    public static Embedder in(Optional<Path> directory, int tokens) {
        var limits = new SentenceModel.Limits(tokens, 8, Runtime.getRuntime().availableProcessors());
        return SentenceModel.open(ModelFiles.in(directory), limits);
    }
}
