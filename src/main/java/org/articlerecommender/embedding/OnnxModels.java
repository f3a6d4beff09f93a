package org.articlerecommender.embedding;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens models with ONNX Runtime. */
@Singleton
class OnnxModels implements ModelOpener {

    private final Path nativeLibraries;
    private final Path graphs;

    OnnxModels(@ConfigProperty(name = "data.dir") String dataDir) {
        this.nativeLibraries = Path.of(dataDir, "native");
        this.graphs = Path.of(dataDir, "cache", "models");
    }

    @Override
    public Embedder open(ModelFiles files, SentenceModel.Limits limits) {
        NativeLibraries.keepIn(nativeLibraries);
        var model = SentenceModel.open(files, limits, graphs);
        if (!files.areStillThere()) {
            // its vectors would be kept under the name of what was there before
            model.close();
            throw new ModelUnusable(
                    "The embedding model in %s changed while it was opened; start again when its files are in place"
                            .formatted(files.place()),
                    null);
        }
        return model;
    }
}
