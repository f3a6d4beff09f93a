package org.articlerecommender.training;

import java.time.Instant;
import java.util.List;

/**
 * What was measured on one set of lists.
 *
 * @param drawn what the intervals were drawn over, as {@link Draws#unit} names it
 * @param recallAt how many places recall looks at
 * @param notes what one should know to read the figures
 * @param rankers the first is what serves; models, then floors
 * @param offPolicy how each ranker would have filled exploring lines; empty without any
 */
record EvaluationResult(
        int lists,
        long tellingLists,
        int rows,
        long readers,
        Instant from,
        Instant to,
        String drawn,
        int recallAt,
        List<String> notes,
        List<Ranker> rankers,
        List<OffPolicy> offPolicy) {

    /**
     * @param floor whether readers could have it for nothing
     * @param difference this one minus what serves, drawn in pairs; null for what serves
     * @param coverage the share of all articles of the lists that stands in somebody's first ten
     * @param novelty how little known the first ten are: the mean of minus the logarithm to base 2 of the share of
     *     readers who answered the article
     * @param reliability how far the scores come true; null for a floor, whose scores claim nothing
     */
    record Ranker(
            String name,
            boolean floor,
            Figures figures,
            Figures difference,
            double coverage,
            double novelty,
            Reliability reliability) {}
}
