package org.articlerecommender.embedding;

import java.nio.file.Path;
import java.util.Optional;

/** Opens models for measuring, as the application would. */
public final class OpenedModel {

    private OpenedModel() {}

    /**
     * @param directory the model's; empty for the one that ships
     * @param kept where rewritten graphs are kept; empty to run the graph as it came
     */
    public static Embedder open(Optional<Path> directory, Optional<Path> kept) {
        NativeLibraries.keepIn(Path.of("target", "native"));
        var limits = new SentenceModel.Limits(256, 1, Runtime.getRuntime().availableProcessors());
        return SentenceModel.open(ModelFiles.in(directory), limits, kept);
    }
}
