package org.articlerecommender.interest;

import java.util.Arrays;
import java.util.List;
import org.articlerecommender.embedding.DotProduct;

/**
 * An article as it is compared with others: its meaning, its words and who wrote it.
 *
 * @param vector of unit length; not to be modified
 * @param words of all that is known of it
 * @param title the words of its title; the same as {@code words} when no more than the title is known
 * @param byline unknown for what is not in the catalog
 */
public record Content(float[] vector, WordCounts words, WordCounts title, Byline byline) {

    /** @param summary the abstract; null or blank when it is not known */
    public static Content of(float[] vector, String title, String summary) {
        return of(vector, title, summary, List.of());
    }

    /** @param authors their names; none when they are not known */
    public static Content of(float[] vector, String title, String summary, List<String> authors) {
        var titleWords = WordCounts.of(title == null ? "" : title);
        boolean bare = summary == null || summary.isBlank();
        return new Content(
                vector,
                bare ? titleWords : WordCounts.of(title + "\n" + summary),
                titleWords,
                Byline.of(authors, title));
    }

    /** What is compared of an article of which no more than its vector is known. */
    static Content of(float[] vector) {
        return new Content(vector, WordCounts.NONE, WordCounts.NONE, Byline.UNKNOWN);
    }

    boolean isTitleOnly() {
        return words == title;
    }

    /** The same with another vector; itself when the numbers are the same. */
    Content with(float[] other) {
        return vector == other || Arrays.equals(vector, other) ? this : new Content(other, words, title, byline);
    }

    /** The same, moved by that much in the other direction; itself when the vectors do not compare. */
    Content without(float[] away) {
        if (away.length != vector.length) {
            return this;
        }
        var moved = new float[vector.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = vector[i] - away[i];
        }
        float length = (float) Math.sqrt(DotProduct.of(moved, moved));
        for (int i = 0; i < moved.length; i++) {
            moved[i] /= Math.max(length, 1e-9f);
        }
        return new Content(moved, words, title, byline);
    }
}
