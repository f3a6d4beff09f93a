package org.articlerecommender.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BitPlaneTest {

    private static final int DIMENSION = 96;
    private static final int WRITTEN = 700;
    private static final Layout LAYOUT = new Layout(DIMENSION);
    private static final float[] CENTRE = new float[DIMENSION];

    private final List<Row> rows = Invented.rows(Layout.ROWS, DIMENSION, 3);
    private final Probe query = Probe.of(rows.get(8).vector(), CENTRE, LAYOUT);

    @TempDir
    private Path directory;

    @Test
    void bitsWrittenBesideTheirBlockAreThoseOfTheBlock() {
        var plane = new BitPlane(LAYOUT, 1);
        var first = written(block());
        var expected = distances(first);
        var second = block();
        first.keepBitsIn(plane.next());
        second.keepBitsIn(plane.next());

        written(first);
        written(second);

        assertThat(distances(first)).containsExactly(expected);
        assertThat(distances(second)).containsExactly(expected);
    }

    @Test
    void bitsOfAFileAreTheSameSideBySideAfterARestart() throws IOException {
        var file = directory.resolve("bits");
        int[] expected;
        try (var blocks = BlockFile.open(file, "one", LAYOUT)) {
            expected = distances(written(blocks.next()));
            written(blocks.next());
            blocks.keepCentre(CENTRE);
        }

        try (var blocks = BlockFile.open(file, "one", LAYOUT)) {
            var present = blocks.present();

            assertThat(blocks.sealed(present)).containsExactly(WRITTEN, WRITTEN);
            assertThat(present).allSatisfy(block -> assertThat(distances(block)).containsExactly(expected));
            present.get(0).writeBits(0, rows.get(8).vector(), CENTRE);
            assertThat(distances(present.get(0))[0]).isZero();
            assertThat(distances(present.get(1))).containsExactly(expected);
        }
    }

    private static Block block() {
        return new Block(LAYOUT, ByteBuffer.allocateDirect(LAYOUT.blockBytes()).order(ByteOrder.nativeOrder()));
    }

    private Block written(Block block) {
        IntStream.range(0, WRITTEN).forEach(row -> block.write(row, rows.get(row), 1, 0, CENTRE));
        block.seal(WRITTEN);
        return block;
    }

    private int[] distances(Block block) {
        var distances = new int[Layout.ROWS];
        block.distances(new ScalarKernel(), query, WRITTEN, distances);
        return distances;
    }
}
