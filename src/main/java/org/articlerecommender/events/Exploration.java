package org.articlerecommender.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;

/**
 * One exploring line and what it was drawn from, each article with the same probability.
 *
 * @param chosen which article of the pool was drawn, from 0
 * @param features of each article of the pool as served, in the order of the list's feature names
 */
public record Exploration(int position, int chosen, List<ArticleId> pool, double[][] features) {

    /**
     * An exploring line that its reader saw.
     *
     * @param names the names of the features
     * @param at when the list was made
     */
    public record Answered(
            UUID ranking,
            ReaderId reader,
            Instant at,
            List<String> names,
            Exploration line,
            boolean expanded,
            boolean clicked,
            boolean saved) {}
}
