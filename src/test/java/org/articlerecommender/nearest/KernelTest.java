package org.articlerecommender.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KernelTest {

    private static final int ROWS = 20;

    @Test
    void isTheVectorModulesWhereJavaHasIt() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
        assertThat(Kernel.best().getClass().getSimpleName()).isEqualTo("SimdKernel");
    }

    @Test
    void allGiveTheSameNumbers() {
        var random = new Random(3);
        for (int size : new int[] {64, 384, 768, 1024}) {
            var query = codes(random, size);
            var rows = codes(random, size * ROWS);

            assertThat(dots(Kernel.best(), query, rows)).isEqualTo(dots(new ScalarKernel(), query, rows));
        }
    }

    @Test
    void doNotOverflowAtTheLargestNumbers() {
        var query = new byte[384];
        var rows = new byte[384 * ROWS];
        Arrays.fill(query, (byte) -127);
        Arrays.fill(rows, (byte) -127);

        assertThat(dots(Kernel.best(), query, rows)).containsOnly(127 * 127 * 384);
        Arrays.fill(rows, (byte) 127);
        assertThat(dots(Kernel.best(), query, rows)).containsOnly(-127 * 127 * 384);
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

    private static int[] dots(Kernel kernel, byte[] query, byte[] rows) {
        var products = new int[ROWS];
        kernel.dots(query, rows, ROWS, products);
        return products;
    }

    private static byte[] codes(Random random, int size) {
        var codes = new byte[size];
        for (int i = 0; i < size; i++) {
            codes[i] = (byte) (random.nextInt(255) - 127);
        }
        return codes;
    }
}
