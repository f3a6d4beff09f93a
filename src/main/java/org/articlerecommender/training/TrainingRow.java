package org.articlerecommender.training;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Outcome;

/**
 * What was known of an article when a reader was shown it in a list, and what the reader did with it there.
 *
 * @param ranking the list
 * @param at when the list was made
 * @param values what was known before, in the order of the set's names; NaN where nobody knows
 * @param position where it stood, from 1
 * @param propensity how likely the policy put it there
 */
record TrainingRow(
        UUID ranking,
        ArticleId article,
        ReaderId reader,
        Instant at,
        int position,
        double[] values,
        Set<Outcome> outcomes,
        double propensity) {

    /** The original's label (SEED T3), widened by saves: the reader did something with it. */
    boolean positive() {
        return !outcomes.isEmpty();
    }
}
