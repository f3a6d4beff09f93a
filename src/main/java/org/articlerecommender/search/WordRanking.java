package org.articlerecommender.search;

/**
 * How words are weighed, by BM25 over title and abstract together and over the title once more.
 *
 * @param k1 how much a word counts that occurs again
 * @param b how much long texts lose
 * @param title what the title counts beside the whole text
 * @param author what a name among the authors counts beside the whole text
 */
record WordRanking(float k1, float b, float title, float author) {

    /** Chosen by {@code scripts/evaluate-search} on half of the queries and tried on the other half. */
    static final WordRanking CHOSEN = new WordRanking(1.2f, 0.75f, 0.2f, 0.5f);
}
