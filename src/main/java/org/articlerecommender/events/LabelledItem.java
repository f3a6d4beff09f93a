package org.articlerecommender.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a list that a reader was shown, and what the reader did to it there: one row per reader, article and
 * list, however many events it drew (SEED T4).
 *
 * @param at when the list was made; its features were known before
 * @param item the line with the vector as served; without features when the list came from an imported log
 */
public record LabelledItem(
        UUID ranking,
        ReaderId reader,
        ShownRanking.Kind kind,
        String query,
        Instant at,
        ShownRanking.Item item,
        boolean expanded,
        boolean clicked,
        boolean saved) {

    /** The original's label (SEED T3): a detail view or a click-out. */
    public boolean positive() {
        return expanded || clicked || saved;
    }
}
