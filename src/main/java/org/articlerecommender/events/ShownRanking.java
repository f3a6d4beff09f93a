package org.articlerecommender.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;

/**
 * One list that was shown to a reader or answered to a program.
 *
 * @param reader null when nobody said who it is for
 * @param query what was searched for, or null
 * @param model the id of the model that ordered it
 * @param arm the arm of the experiment it belongs to
 * @param candidates how many articles it was chosen from
 * @param items in the order shown, the first at position 1; all with the same features
 */
public record ShownRanking(
        UUID id,
        ReaderId reader,
        Kind kind,
        String query,
        String model,
        String arm,
        Instant at,
        int candidates,
        List<Item> items) {

    /** The names of the features of its lines; none when it has no lines. */
    public List<String> featureNames() {
        return items.isEmpty() ? List.of() : items.get(0).featureNames();
    }

    /** Where a list was shown. */
    public enum Kind {
        FEED,
        SEARCH,
        SIMILAR,
        DIGEST,
        API
    }

    /**
     * One line of a list.
     *
     * @param propensity the probability with which the policy put this article here, in (0, 1]
     * @param features the vector exactly as the model saw it, in the order of {@code featureNames}
     */
    public record Item(
            int position,
            ArticleId article,
            double score,
            double propensity,
            List<String> featureNames,
            double[] features) {}
}
