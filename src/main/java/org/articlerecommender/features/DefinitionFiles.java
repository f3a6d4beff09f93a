package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.articlerecommender.platform.Problem;

/** The files of definitions as they are now: those that ship, or those of a directory that the operator names. */
@Singleton
class DefinitionFiles {

    private final FeaturesConfig config;

    DefinitionFiles(FeaturesConfig config) {
        this.config = config;
    }

    /** @throws BadDefinition that names file, line, field and fix */
    FeatureDefinitions read() {
        return config.definitionsDir()
                .map(directory -> FeatureDefinitions.of(texts(Path.of(directory))))
                .orElseGet(DefinitionSource::shipped);
    }

    private static Map<String, String> texts(Path directory) {
        var texts = new LinkedHashMap<String, String>();
        try (var files = Files.list(directory)) {
            var found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            for (var file : found) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw Problem.unprocessable(
                    "features.definitions-dir", "%s cannot be read: %s".formatted(directory, e.getMessage()));
        }
        if (texts.isEmpty()) {
            throw Problem.unprocessable("features.definitions-dir", "there is no .yaml file in " + directory);
        }
        return texts;
    }
}
