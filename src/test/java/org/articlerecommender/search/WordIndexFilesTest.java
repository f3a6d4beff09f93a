package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.Invented;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordIndexFilesTest {

    @TempDir
    Path directory;

    private Path place;

    @BeforeEach
    void oneArticle() throws IOException {
        place = directory.resolve("word-index");
        try (var index = WordIndexFiles.open(place, "ours")) {
            index.put(List.of(Invented.old("9601.00001", "Glaciers")));
            index.commit(Map.of("seen", "then"));
        }
    }

    @Test
    void keepsItsFilesForItsOwnCatalogOnly() throws IOException {
        try (var index = WordIndexFiles.open(place, "ours")) {
            assertThat(index.size()).isEqualTo(1);
        }
        try (var index = WordIndexFiles.open(place, "another")) {
            assertThat(index.size()).isZero();
            assertThat(index.said()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"segments", ".cf", ".si"})
    void startsAnewFromFilesThatAreDamaged(String part) throws IOException {
        try (var files = Files.list(place.resolve("lucene"))) {
            for (var file : files.filter(file -> file.getFileName().toString().contains(part))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        try (var index = WordIndexFiles.open(place, "ours")) {
            assertThat(index.size()).isZero();
            index.put(List.of(Invented.old("9601.00001", "Glaciers")));
            index.commit(Map.of());
            assertThat(index.size()).isEqualTo(1);
        }
    }

    @Test
    void goesOnInMemoryWhereAnotherHasTheFiles() throws IOException {
        try (var first = WordIndexFiles.open(place, "ours");
                var second = WordIndexFiles.open(place, "ours")) {
            assertThat(first.size()).isEqualTo(1);
            assertThat(second.size()).isZero();
        }
    }

    @Test
    void goesOnInMemoryWhereNothingCanBeWritten() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "not a directory");

        try (var index = WordIndexFiles.open(file.resolve("word-index"), "ours")) {
            index.put(List.of(Invented.old("9601.00001", "Glaciers")));
            assertThat(index.size()).isEqualTo(1);
        }
    }
}
