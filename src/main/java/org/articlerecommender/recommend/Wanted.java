package org.articlerecommender.recommend;

import java.util.BitSet;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Shortlist;

/** The candidates that one reader has not had enough of. */
final class Wanted {

    private Wanted() {}

    /**
     * Newest first.
     *
     * @param gone what the reader had enough of, whether or not it is among the candidates
     */
    static Shortlist of(Candidates candidates, Set<ArticleId> gone) {
        var had = new BitSet(candidates.ids().size());
        for (var article : gone) {
            var place = candidates.places().get(article);
            if (place != null) {
                had.set(place);
            }
        }
        var places = new int[candidates.ids().size() - had.cardinality()];
        for (int i = 0, place = had.nextClearBit(0); i < places.length; i++, place = had.nextClearBit(place + 1)) {
            places[i] = place;
        }
        return new Shortlist(candidates.ids(), places);
    }
}
