package org.articlerecommender.embedding;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens models with ONNX Runtime. */
@Singleton
class OnnxModels implements ModelOpener {

    private final Path nativeLibraries;

    OnnxModels(@ConfigProperty(name = "data.dir") String dataDir) {
        this.nativeLibraries = Path.of(dataDir, "native");
    }

    @Override
    public Embedder open(ModelFiles files, SentenceModel.Limits limits) {
        NativeLibraries.keepIn(nativeLibraries);
        return SentenceModel.open(files, limits);
    }
}
