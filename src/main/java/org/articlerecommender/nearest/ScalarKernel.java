package org.articlerecommender.nearest;

/** Plain Java. */
final class ScalarKernel implements Kernel {

    @Override
    public void dots(byte[] query, byte[] rows, int count, int[] products) {
        int size = query.length;
        for (int row = 0; row < count; row++) {
            int start = row * size;
            int sum = 0;
            for (int i = 0; i < size; i++) {
                sum += query[i] * rows[start + i];
            }
            products[row] = sum;
        }
    }
}
