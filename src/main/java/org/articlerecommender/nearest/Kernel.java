package org.articlerecommender.nearest;

/** The inner loop of the int8 scan. All kernels give the same whole numbers. */
interface Kernel {

    /**
     * The dot products of the query with rows that lie one after the other.
     *
     * @param query as long as a row, which is a multiple of 64; no number of either is below -127
     * @param products takes one product per row
     */
    void dots(byte[] query, byte[] rows, int count, int[] products);

    /** The dot product in float32 of vectors of one length. All kernels add up in the same order. */
    float dot(float[] a, float[] b);

    /** The fastest that this Java can run: the vector module is an incubator, and not every Java was started with it. */
    static Kernel best() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new ScalarKernel();
        }
        try {
            return (Kernel) Class.forName("org.articlerecommender.nearest.SimdKernel")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            // the module changes from one Java to the next; the loop does not
            return new ScalarKernel();
        }
    }
}
