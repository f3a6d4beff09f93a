package org.articlerecommender.nearest;

/**
 * A query in the short forms that rows are compared with.
 *
 * @param even the int8 codes of the even places, each in 16 bits, because kernels take rows two codes at a time
 * @param odd the codes of the odd places
 * @param scale a number of the query is about its code times this
 * @param bits one bit a number, {@link Layout#words} words; none where rows have no bits
 */
record Probe(short[] even, short[] odd, float scale, int[] bits) {

    /** @param centre of the bits; null where there are none */
    static Probe of(float[] query, float[] centre, Layout layout) {
        var quantised = Quantised.of(query, layout);
        var codes = quantised.codes();
        var even = new short[codes.length / 2];
        var odd = new short[codes.length / 2];
        for (int i = 0; i < even.length; i++) {
            even[i] = codes[2 * i];
            odd[i] = codes[2 * i + 1];
        }
        var bits = centre == null ? new int[0] : Quantised.bits(query, centre, layout);
        return new Probe(even, odd, quantised.scale(), bits);
    }
}
