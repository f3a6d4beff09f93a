package org.articlerecommender.platform;

import java.nio.file.Path;

/**
 * Where and how the embedded servers run.
 *
 * @param directory holds the data, and the lock that keeps it to one application
 * @param cache where the server programs are unpacked; several data directories may share it
 * @param throwAway the data is not worth a flush to disk or an orderly stop, and goes when the next process comes
 * @param port where the application listens, told to whoever finds the directory in use
 */
record EmbeddedSettings(Path directory, Path cache, boolean throwAway, String port) {

    EmbeddedSettings {
        directory = directory.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
    }
}
