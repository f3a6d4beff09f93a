package org.articlerecommender.interest;

import java.util.List;
import java.util.Locale;

/**
 * What is known of an article beside what it says: who wrote it, how many they are and how long its title is.
 *
 * @param authors a number for each author, which the name gives, in ascending order and each once
 * @param form the logarithms of how many authors there are and of how many characters the title has
 */
record Byline(int[] authors, float[] form) {

    static final Byline UNKNOWN = new Byline(new int[0], new float[0]);

    /** Unknown when there is no author or no title. */
    static Byline of(List<String> authors, String title) {
        if (authors.isEmpty() || title == null || title.isBlank()) {
            return UNKNOWN;
        }
        var ids = authors.stream().mapToInt(Byline::id).sorted().distinct().toArray();
        return new Byline(ids, new float[] {
            (float) Math.log(ids.length), (float) Math.log(title.strip().length())
        });
    }

    /** The number of an author; names that differ in case and spaces alone have the same. */
    static int id(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).hashCode();
    }

    boolean isKnown() {
        return authors.length > 0;
    }
}
