package org.articlerecommender.nearest;

/** The dot product in float32, always added up in the same order. */
public final class Floats {

    private static final Kernel KERNEL = Kernel.best();

    private Floats() {}

    /** Both must have one length. */
    public static float dot(float[] a, float[] b) {
        return KERNEL.dot(a, b);
    }
}
