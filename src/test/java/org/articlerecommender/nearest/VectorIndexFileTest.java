package org.articlerecommender.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorIndexFileTest {

    private static final int DIMENSION = 32;
    private static final int HEADER = 64 * 1024;
    private static final int BLOCK = new Layout(DIMENSION).blockBytes();

    private final List<Row> rows = Invented.rows(3_000, DIMENSION, 1);

    @TempDir
    private Path directory;

    @Test
    void hasEverythingAgainAfterARestart() throws IOException {
        write(rows);

        try (var again = open("one")) {
            assertThat(again.size()).isEqualTo(3_000);
            assertThat(again.vector(rows.get(2_999).article()))
                    .isEqualTo(rows.get(2_999).vector());
            assertThat(again.hasText(rows.get(5).article(), rows.get(5).text())).isTrue();
            var scope = new Scope(3, 3, Set.of("cs.LG"), null);
            assertThat(again.nearest(rows.get(3).vector(), 1, scope))
                    .extracting(Hit::article)
                    .containsExactly(rows.get(3).article());
        }
    }

    @Test
    void growsOnAfterARestart() throws IOException {
        write(rows.subList(0, 1_500));
        write(rows.subList(1_500, 3_000));

        try (var again = open("one")) {
            assertThat(again.size()).isEqualTo(3_000);
            assertThat(Files.size(file())).isEqualTo(HEADER + 3L * BLOCK);
        }
    }

    @Test
    void remembersRemovalsAndReplacements() throws IOException {
        try (var index = open("one")) {
            index.put(rows);
            index.remove(List.of(rows.get(0).article()));
            index.put(List.of(Invented.row(
                    rows.get(1).article().value(), 77, "cs.DL", rows.get(2).vector())));
        }

        try (var again = open("one")) {
            assertThat(again.size()).isEqualTo(2_999);
            assertThat(again.vector(rows.get(0).article())).isNull();
            assertThat(again.vector(rows.get(1).article()))
                    .isEqualTo(rows.get(2).vector());
            assertThat(again.before(78, 1)).containsExactly(rows.get(1).article());
        }
    }

    @Test
    void dropsABlockThatIsNotAsItWasWritten() throws IOException {
        write(rows);
        overwrite(HEADER + BLOCK + 1_000, new byte[] {1, 2, 3, 4});

        try (var again = open("one")) {
            assertThat(again.size()).isEqualTo(3_000 - Layout.ROWS);
            assertThat(again.vector(rows.get(0).article())).isNotNull();
            assertThat(again.vector(rows.get(Layout.ROWS).article())).isNull();
            again.put(rows.subList(Layout.ROWS, 2 * Layout.ROWS));
        }
        try (var mended = open("one")) {
            assertThat(mended.size()).isEqualTo(3_000);
        }
    }

    @Test
    void dropsWhatWasNotSealedBeforeAKill() throws IOException {
        write(rows.subList(0, 2_000));
        // rows written after the last seal: their block is not what its checksum says
        overwrite(HEADER + BLOCK + 1_000 * DIMENSION * Float.BYTES, new byte[] {9, 9, 9, 9});

        try (var again = open("one")) {
            assertThat(again.size()).isEqualTo(Layout.ROWS);
            again.put(rows);
            assertThat(again.size()).isEqualTo(3_000);
        }
    }

    @Test
    void takesWholeBlocksOfAFileThatWasCutOff() throws IOException {
        write(rows);
        try (var cut = new RandomAccessFile(file().toFile(), "rw")) {
            cut.setLength(HEADER + BLOCK + BLOCK / 2);
        }

        try (var again = open("one")) {
            assertThat(again.size()).isEqualTo(Layout.ROWS);
            again.put(rows);
        }
        try (var mended = open("one")) {
            assertThat(mended.size()).isEqualTo(3_000);
        }
    }

    @Test
    void beginsAnewWithAFileOfAnotherModelOrOfSomethingElse() throws IOException {
        write(rows);
        try (var other = open("two")) {
            assertThat(other.size()).isZero();
        }

        for (var content : List.of("", "no vectors", "x".repeat(200_000))) {
            Files.writeString(file(), content);
            write(rows);
            try (var again = open("one")) {
                assertThat(again.size()).isEqualTo(3_000);
            }
        }
    }

    @Test
    void beginsAnewWhenItsCategoriesAreNotItsOwn() throws IOException {
        write(rows);
        Files.writeString(file().resolveSibling("articles.vectors.categories"), "00000000 cs.XX\n");

        try (var again = open("one")) {
            assertThat(again.size()).isZero();
            again.put(rows);
            assertThat(again.nearest(rows.get(0).vector(), 1, new Scope(0, 99, Set.of("cs.LG"), null)))
                    .hasSize(1);
        }
    }

    @Test
    void isForOneAtATime() throws IOException {
        try (var held = open("one")) {
            assertThat(held.size()).isZero();
            assertThatThrownBy(() -> open("one"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    private void write(List<Row> more) throws IOException {
        try (var index = open("one")) {
            index.put(more);
        }
    }

    private VectorIndex open(String model) throws IOException {
        return VectorIndex.open(file(), model, DIMENSION);
    }

    private Path file() {
        return directory.resolve("articles.vectors");
    }

    private void overwrite(long at, byte[] with) throws IOException {
        try (var file = new RandomAccessFile(file().toFile(), "rw")) {
            file.seek(at);
            file.write(with);
        }
    }
}
