package org.articlerecommender.nearest;

/**
 * A vector in int8: each number is about its code times the scale.
 *
 * @param codes filled up with zeros to the length of the layout
 */
record Quantised(byte[] codes, float scale) {

    private static final float LARGEST = 127;

    static Quantised of(float[] vector, Layout layout) {
        var codes = new byte[layout.codeBytes()];
        float most = 0;
        for (float number : vector) {
            most = Math.max(most, Math.abs(number));
        }
        if (most == 0) {
            return new Quantised(codes, 0);
        }
        float scale = most / LARGEST;
        for (int i = 0; i < vector.length; i++) {
            codes[i] = (byte) Math.round(vector[i] / scale);
        }
        return new Quantised(codes, scale);
    }

    /** One bit a number: whether it is above the centre's. */
    static int[] bits(float[] vector, float[] centre, Layout layout) {
        var words = new int[layout.words()];
        for (int i = 0; i < vector.length; i++) {
            if (vector[i] > centre[i]) {
                words[i >> 5] |= 1 << (i & 31);
            }
        }
        return words;
    }
}
