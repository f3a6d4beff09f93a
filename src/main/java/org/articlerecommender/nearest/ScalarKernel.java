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
}
