package org.articlerecommender.embedding;

import java.util.List;

/** Turns text into vectors of unit length, so that a dot product is a cosine. */
public interface Embedder {

    /** Names the model and everything else a vector depends on; vectors of different names do not compare. */
    String model();

    /** How many numbers a vector has. */
    int dimension();

    /**
     * One vector per text, in the order given. Every text has one, the empty text too; a text
     * that the model sees nothing in has the zero vector, which is like no other.
     *
     * <p>The same text gives the same vector, alone or among others. Safe to call from many threads.
     */
    List<float[]> embed(List<String> texts);

    /** The vector of one text. */
    default float[] embed(String text) {
        return embed(List.of(text)).get(0);
    }
}
