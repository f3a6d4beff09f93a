package org.articlerecommender.catalog;

/**
 * By whom articles are told, and how far it is to be relied on.
 *
 * @param day how the announcement day is known
 * @param confirmed whether version and dates are exact; otherwise they are the least that they can be
 */
public record Told(Source by, Day day, boolean confirmed) {

    /** How an announcement day is known; a better way replaces the day, an equal one only by an earlier day. */
    public enum Day {
        FROM_A_DATE,
        FROM_THE_SUBMISSION,
        ANNOUNCED
    }

    /** By a source that is exact in all but the announcement day. */
    public static Told exactly(Source by) {
        return new Told(by, Day.FROM_THE_SUBMISSION, true);
    }

    /** By a source that knows dates only to the day and may not know the version. */
    public static Told roughly(Source by) {
        return new Told(by, Day.FROM_A_DATE, false);
    }
}
