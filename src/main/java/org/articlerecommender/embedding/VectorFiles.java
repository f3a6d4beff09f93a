package org.articlerecommender.embedding;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.articlerecommender.nearest.VectorIndex;

/** The files that keep the vectors of articles from one start to the next, one for each model. */
@Singleton
class VectorFiles {

    private static final String ENDING = ".vectors";

    private final Optional<Path> directory;

    VectorFiles(EmbeddingConfig config) {
        this.directory = config.vectorDir().map(Path::of);
    }

    /** What the file has of the model; only in memory where there is to be no file, or none can be written. */
    VectorIndex open(String model, int dimension) {
        if (directory.isEmpty()) {
            return VectorIndex.inMemory(dimension);
        }
        var file = directory.get().resolve(model.replaceAll("[^A-Za-z0-9._-]", "_") + ENDING);
        try {
            return VectorIndex.open(file, model, dimension);
        } catch (IOException e) {
            Log.warnf(
                    "The vectors of articles are kept in memory only and read from PostgreSQL at each start, because %s"
                            + " cannot be used: %s",
                    file, e.getMessage());
            return VectorIndex.inMemory(dimension);
        }
    }
}
