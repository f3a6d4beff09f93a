package org.articlerecommender.catalog;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Articles chosen out of a longer list by their places in it. Many requests choose from one such list, so that what is
 * known of its articles can be found by place: see {@link PlaceMemory}.
 */
public final class Shortlist extends AbstractList<ArticleId> implements RandomAccess {

    private final List<ArticleId> longlist;
    private final int[] places;

    /**
     * @param longlist is never changed; all requests that choose from it give the same object
     * @param places from 0, in the order of this list; handed over
     */
    public Shortlist(List<ArticleId> longlist, int[] places) {
        this.longlist = longlist;
        this.places = places;
    }

    /** The first of these, as many as there are at most. */
    public Shortlist first(int most) {
        return most >= places.length ? this : new Shortlist(longlist, Arrays.copyOf(places, most));
    }

    /** Those with the highest scores, in the order of this list; of those that score alike the first. */
    public Shortlist best(float[] scores, int most) {
        if (most >= places.length) {
            return this;
        }
        float least = Selection.largest(scores, most);
        int above = 0;
        for (float score : scores) {
            above += score > least ? 1 : 0;
        }
        var chosen = new int[most];
        int equal = most - above;
        for (int i = 0, n = 0; n < most; i++) {
            if (scores[i] > least || scores[i] == least && equal-- > 0) {
                chosen[n++] = places[i];
            }
        }
        return new Shortlist(longlist, chosen);
    }

    @Override
    public ArticleId get(int index) {
        return longlist.get(places[index]);
    }

    @Override
    public int size() {
        return places.length;
    }

    List<ArticleId> longlist() {
        return longlist;
    }

    int place(int index) {
        return places[index];
    }
}
