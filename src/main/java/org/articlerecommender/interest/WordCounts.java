package org.articlerecommender.interest;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a text and how often each occurs. A word is known by one of {@link #WIDTH} numbers that its letters give
 * (feature hashing, Weinberger et al. 2009), so that no vocabulary has to be built or kept; about one word in three shares
 * its number with another, which costs next to nothing in the order.
 *
 * @param ids in ascending order, each once
 * @param counts how often each occurs, at most 127
 */
record WordCounts(char[] ids, byte[] counts) {

    /** How many numbers there are for words. */
    static final int WIDTH = 1 << 16;

    static final WordCounts NONE = new WordCounts(new char[0], new byte[0]);

    // 1 + ln(n): the tenth time a word occurs says less than the first
    private static final float[] DAMPED = new float[Byte.MAX_VALUE + 1];

    static {
        for (int n = 1; n < DAMPED.length; n++) {
            DAMPED[n] = (float) (1 + Math.log(n));
        }
    }

    static WordCounts of(String text) {
        var numbers = Words.in(text).stream().mapToInt(WordCounts::id).sorted().toArray();
        var ids = new char[numbers.length];
        var counts = new byte[numbers.length];
        int size = 0;
        for (int number : numbers) {
            if (size == 0 || ids[size - 1] != number) {
                ids[size++] = (char) number;
            }
            counts[size - 1] = (byte) Math.min(Byte.MAX_VALUE, counts[size - 1] + 1);
        }
        return new WordCounts(Arrays.copyOf(ids, size), Arrays.copyOf(counts, size));
    }

    /** The number of a word. */
    static int id(String word) {
        // MurmurHash3's last step: the words' own hashes differ mostly in their low bits
        int hash = word.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return (hash ^ (hash >>> 16)) & (WIDTH - 1);
    }

    /** How rare each word is among the documents: {@code ln((1 + n) / (1 + n with the word)) + 1}. */
    static float[] rarity(List<WordCounts> documents) {
        var with = new int[WIDTH];
        documents.forEach(document -> {
            for (char id : document.ids) {
                with[id]++;
            }
        });
        var rarity = new float[WIDTH];
        for (int id = 0; id < WIDTH; id++) {
            rarity[id] = (float) Math.log((1.0 + documents.size()) / (1.0 + with[id])) + 1;
        }
        return rarity;
    }

    /** The TF-IDF vector, of unit length; zero when there are no words. */
    WordVector weighted(float[] rarity) {
        var values = new float[ids.length];
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = DAMPED[counts[i]] * rarity[ids[i]];
            square += values[i] * values[i];
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return new WordVector(ids, values);
    }
}
