package org.articlerecommender.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {

    private static final int ROWS = 2 * Layout.GROUP;
    private static final int BEFORE = 192;

    @Test
    void isTheVectorModulesWhereJavaHasIt() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
        assertThat(Kernel.best().getClass().getSimpleName()).isEqualTo("SimdKernel");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 384, 768, 1024, 8192})
    void allGiveTheSameProducts(int size) {
        var query = probe(new Random(3), size);
        var rows = bytes(new Random(4), size * ROWS);

        assertThat(dots(Kernel.best(), query, rows)).isEqualTo(dots(new ScalarKernel(), query, rows));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 384, 768, 1024, 8192})
    void allGiveTheSameDistances(int size) {
        var query = probe(new Random(5), size);
        var rows = bytes(new Random(6), size / Byte.SIZE * ROWS);

        assertThat(distances(Kernel.best(), query, rows)).isEqualTo(distances(new ScalarKernel(), query, rows));
    }

    @Test
    void countEveryBit() {
        var query = new Probe(new short[0], new short[0], 1, new int[8192 / Integer.SIZE]);
        var rows = buffer(8192 / Byte.SIZE * ROWS);
        for (int i = 0; i < rows.capacity(); i++) {
            rows.put(i, (byte) -1);
        }

        assertThat(distances(Kernel.best(), query, rows)).containsOnly(8192);
    }

    @ParameterizedTest
    @ValueSource(ints = {-127, 127})
    void doNotOverflowAtTheLargestNumbers(int code) {
        var lowest = new float[384];
        Arrays.fill(lowest, -1f);
        var query = Probe.of(lowest, null, new Layout(384));
        var rows = buffer(384 * ROWS);
        for (int i = 0; i < rows.capacity(); i++) {
            rows.put(i, (byte) code);
        }

        assertThat(dots(Kernel.best(), query, rows)).containsOnly(-127 * code * 384);
    }

    @Test
    void allAddUpFloatsInTheSameOrder() {
        var random = new Random(5);
        for (int size : new int[] {1, 7, 8, 383, 384, 1021}) {
            var a = floats(random, size);
            var b = floats(random, size);

            assertThat(Kernel.best().dot(a, b)).isEqualTo(new ScalarKernel().dot(a, b));
        }
    }

    private static float[] floats(Random random, int size) {
        var floats = new float[size];
        for (int i = 0; i < size; i++) {
            floats[i] = random.nextFloat() - 0.5f;
        }
        return floats;
    }

    private static int[] dots(Kernel kernel, Probe query, ByteBuffer rows) {
        var products = new int[ROWS];
        kernel.dots(query, rows, BEFORE, ROWS, products);
        return products;
    }

    private static int[] distances(Kernel kernel, Probe query, ByteBuffer rows) {
        var distances = new int[ROWS];
        kernel.distances(query, rows, BEFORE, ROWS / Layout.GROUP, distances);
        return distances;
    }

    private static Probe probe(Random random, int size) {
        var query = new float[size];
        for (int i = 0; i < size; i++) {
            query[i] = (float) random.nextGaussian();
        }
        return Probe.of(query, new float[size], new Layout(size));
    }

    private static ByteBuffer bytes(Random random, int size) {
        var rows = buffer(size);
        for (int i = 0; i < rows.capacity(); i++) {
            rows.put(i, (byte) (random.nextInt(255) - 127));
        }
        return rows;
    }

    // as rows lie in a block: behind others
    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocateDirect(BEFORE + size).order(ByteOrder.nativeOrder());
    }
}
