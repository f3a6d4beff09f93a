package org.articlerecommender.features;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** Gives the application the definitions that ship with it; it does not start with a bad one. */
class DefinitionSource {

    private static final String[] FILES = {"reader.yaml", "article.yaml", "reader_article.yaml", "reader_category.yaml"
    };

    @Produces
    @Singleton
    @Startup
    FeatureDefinitions definitions(DefinitionFiles files) {
        return files.read();
    }

    static FeatureDefinitions shipped() {
        var files = new LinkedHashMap<String, String>();
        for (var file : FILES) {
            try (var in = DefinitionSource.class.getResourceAsStream("/feature-definitions/" + file)) {
                if (in == null) {
                    throw new BadDefinition(file, 1, "file", "is missing");
                }
                files.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("reading feature-definitions/" + file, e);
            }
        }
        return FeatureDefinitions.of(files);
    }
}
