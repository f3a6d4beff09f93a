package org.articlerecommender.interest;

import java.util.Arrays;

/**
 * An article as it is compared with others: its meaning and its words.
 *
 * @param vector of unit length; not to be modified
 * @param words of all that is known of it
 * @param title the words of its title; the same as {@code words} when no more than the title is known
 */
public record Content(float[] vector, WordCounts words, WordCounts title) {

    /** @param summary the abstract; null or blank when it is not known */
    public static Content of(float[] vector, String title, String summary) {
        var titleWords = WordCounts.of(title == null ? "" : title);
        boolean bare = summary == null || summary.isBlank();
        return new Content(vector, bare ? titleWords : WordCounts.of(title + "\n" + summary), titleWords);
    }

    boolean isTitleOnly() {
        return words == title;
    }

    /** The same with another vector; itself when the numbers are the same. */
    Content with(float[] other) {
        return vector == other || Arrays.equals(vector, other) ? this : new Content(other, words, title);
    }
}
