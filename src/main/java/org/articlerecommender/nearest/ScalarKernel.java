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
