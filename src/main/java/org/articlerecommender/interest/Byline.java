package org.articlerecommender.interest;

import java.util.List;
import java.util.Locale;

/**
 * What is known of an article beside what it says: who wrote it, how many they are and how long its title is.
 *
 * @param authors a number for each author, which the name gives, in ascending order and each once
 * @param many the logarithm of how many authors there are; not a number when they are not known
 * @param length the logarithm of how many characters the title has; not a number when it is not known
 */
record Byline(int[] authors, float many, float length) {

    static final Byline UNKNOWN = of(List.of(), null);

    static Byline of(List<String> authors, String title) {
        var ids = authors.stream().mapToInt(Byline::id).sorted().distinct().toArray();
        return new Byline(
                ids, log(ids.length), log(title == null ? 0 : title.strip().length()));
    }

    /** The number of an author; names that differ in case and spaces alone have the same. */
    static int id(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).hashCode();
    }

    boolean hasAuthors() {
        return authors.length > 0;
    }

    private static float log(int number) {
        return number == 0 ? Float.NaN : (float) Math.log(number);
    }
}
