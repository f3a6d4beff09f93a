package org.articlerecommender.nearest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The inner loops of the scans, over rows as they lie in a block. All kernels give the same whole numbers. */
interface Kernel {

    /**
     * The dot products of the query with rows in int8 that lie one after the other; no code of either is below -127.
     *
     * @param at where the first row begins, a row having as many bytes as the query has codes, a multiple of 64
     * @param products takes one product per row
     */
    void dots(Probe query, ByteBuffer rows, int at, int count, int[] products);

    /**
     * In how many bits each row differs from the query.
     *
     * @param at where the first of the groups of {@value Layout#GROUP} rows begins
     * @param distances takes one number per row
     */
    void distances(Probe query, ByteBuffer rows, int at, int groups, int[] distances);

    /** The dot product in float32 of vectors of one length. All kernels add up in the same order. */
    float dot(float[] a, float[] b);

    /** The fastest that this Java can run: the vector module is an incubator, and not every Java was started with it. */
    static Kernel best() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new ScalarKernel();
        }
        try {
            var kernel = (Kernel) Class.forName("org.articlerecommender.nearest.SimdKernel")
                    .getDeclaredConstructor()
                    .newInstance();
            return isRight(kernel) ? kernel : new ScalarKernel();
        } catch (ReflectiveOperationException | LinkageError | IllegalStateException e) {
            // the module changes from one Java to the next; the loop does not
            return new ScalarKernel();
        }
    }

    private static boolean isRight(Kernel kernel) {
        var layout = new Layout(64);
        var query = new float[64];
        for (int i = 0; i < query.length; i++) {
            query[i] = i - 20;
        }
        var probe = Probe.of(query, new float[64], layout);
        var rows = ByteBuffer.allocateDirect(64 * Layout.GROUP).order(ByteOrder.nativeOrder());
        for (int i = 0; i < rows.capacity(); i++) {
            rows.put(i, (byte) (i * 37 % 127));
        }
        var scalar = new ScalarKernel();
        return Arrays.equals(numbers(kernel, probe, rows), numbers(scalar, probe, rows))
                && kernel.dot(query, query) == scalar.dot(query, query);
    }

    private static int[] numbers(Kernel kernel, Probe probe, ByteBuffer rows) {
        var numbers = new int[Layout.GROUP];
        var distances = new int[Layout.GROUP];
        kernel.dots(probe, rows, 0, Layout.GROUP, numbers);
        kernel.distances(probe, rows, 0, 1, distances);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbers[i] * 64 + distances[i];
        }
        return numbers;
    }
}
