package org.articlerecommender.nearest;

import java.nio.ByteBuffer;

/** Plain Java. */
final class ScalarKernel implements Kernel {

    @Override
    public void dots(Probe query, ByteBuffer rows, int at, int count, int[] products) {
        var even = query.even();
        var odd = query.odd();
        for (int row = 0; row < count; row++) {
            int start = at + row * 2 * even.length;
            int sum = 0;
            for (int i = 0; i < even.length; i++) {
                sum += even[i] * rows.get(start + 2 * i) + odd[i] * rows.get(start + 2 * i + 1);
            }
            products[row] = sum;
        }
    }

    @Override
    public void distances(Probe query, ByteBuffer rows, int at, int groups, int[] distances) {
        var bits = query.bits();
        for (int row = 0; row < groups * Layout.GROUP; row++) {
            int start = at + (row / Layout.GROUP * bits.length * Layout.GROUP + row % Layout.GROUP) * Integer.BYTES;
            int distance = 0;
            for (int word = 0; word < bits.length; word++) {
                distance += Integer.bitCount(bits[word] ^ rows.getInt(start + word * Layout.GROUP * Integer.BYTES));
            }
            distances[row] = distance;
        }
    }

    @Override
    public float dot(float[] a, float[] b) {
        return eightSums(a, b);
    }

    static float eightSums(float[] a, float[] b) {
        // independent sums, because one sum would wait for its own last addition at every step
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = 0;
        for (int end = a.length - 7; i < end; i += 8) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }
}
