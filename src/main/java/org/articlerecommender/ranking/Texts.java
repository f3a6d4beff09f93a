package org.articlerecommender.ranking;

/** What JSON lets through and UTF-8 cannot carry. */
final class Texts {

    private Texts() {}

    /** Whether every surrogate stands in a pair; half of one can be read from JSON but not be written again. */
    static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(one -> one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE);
    }
}
