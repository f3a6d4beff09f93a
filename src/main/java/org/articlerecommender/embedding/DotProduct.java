package org.articlerecommender.embedding;

import org.articlerecommender.nearest.Floats;

/** The dot product of two vectors; the cosine when both have unit length. */
public final class DotProduct {

    private DotProduct() {}

    /** 0 when the vectors differ in length: they are of different models and have nothing in common. */
    public static float of(float[] a, float[] b) {
        if (a.length != b.length) {
            return 0;
        }
        return Floats.dot(a, b);
    }
}
