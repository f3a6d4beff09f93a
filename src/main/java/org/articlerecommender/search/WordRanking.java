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
     * The usual parameters and a little of the title. None of 64 others that {@code scripts/evaluate-search} tried was
     * reliably better; the weight of names is a judgement, for that collection has no authors.
     */
    static final WordRanking CHOSEN = new WordRanking(1.2f, 0.75f, 0.2f, 0.5f);
}
