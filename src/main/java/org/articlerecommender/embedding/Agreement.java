package org.articlerecommender.embedding;

import ai.onnxruntime.OrtException;
import java.util.List;

/**
 * Whether two forms of a graph compute the same.
 *
 * <p>Two forms round in different ways. In float32 that stays in the last digit. In int8 it moves, now and then, a number
 * to its neighbour, of which there are 255, and that goes on into all that follows: such a text gets a vector as far from
 * the other form's as either is from the truth, while a text without such a number gets the same one.
 */
final class Agreement {

    private static final float SAME = 0.9999f;
    private static final float ALIKE = 0.98f;
    // 62 % of titles get the same vector from the shipped model's two forms
    private static final int OF_WHICH_SAME = 5;

    private static final List<String> PROBES = List.of(
            "Sparse attention",
            "Deep learning",
            "Black holes",
            "Graph theory",
            "Quantum error correction",
            "Protein folding",
            "On prime gaps",
            "Dark matter halos",
            "Neural machine translation",
            "Robots that learn",
            "Superconductivity",
            "Monte Carlo methods",
            "Optimal transport",
            "Language models",
            "Random matrices",
            "Stellar winds",
            "A sentence of some more words, by which two forms of a graph are told apart.",
            "We study how readers find papers that matter to them. ".repeat(12));

    private Agreement() {}

    /** Whether every text gets vectors that are alike, and some of them, alone and among others, the same. */
    static boolean between(SentenceGraph one, SentenceGraph other, Tokens tokens) throws OrtException {
        int same = 0;
        for (var probe : PROBES) {
            var row = tokens.of(probe);
            float alone = cosine(one, other, row);
            float together = cosine(one, other, row, row);
            // a number that is none is never alike
            if (!(alone > ALIKE && together > ALIKE)) {
                return false;
            }
            same += alone > SAME && together > SAME ? 1 : 0;
        }
        return same * OF_WHICH_SAME >= PROBES.size();
    }

    private static float cosine(SentenceGraph one, SentenceGraph other, long[]... rows) throws OrtException {
        var some = one.vectors(rows);
        var others = other.vectors(rows);
        float least = 1;
        for (int row = 0; row < rows.length; row++) {
            least = Math.min(least, DotProduct.of(some[row], others[row]));
        }
        return least;
    }
}
