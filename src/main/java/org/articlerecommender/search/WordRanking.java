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

    /**
     * The usual parameters and a little of the title: the best of 64 settings on one half of the queries of
     * {@code scripts/evaluate-search} is no better on the other half. The weight of names is a judgement.
     */
    static final WordRanking CHOSEN = new WordRanking(1.2f, 0.75f, 0.2f, 0.5f);
}
