package org.articlerecommender.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.articlerecommender.embedding.DotProduct;

/**
 * Makes a list out of a ranking: near-duplicates are spread, no interest of a reader crowds out the others, and a few
 * places go to articles that the model would not have shown.
 *
 * <p>Spreading is maximal marginal relevance (Carbonell and Goldstein, 1998) over the scores' ranks, so that it does not
 * depend on the scale a model scores in. An exploring place is filled uniformly from the articles ranked next after
 * those the list had room for; its propensity is one over the number it was drawn from, every other line's is 1.
 */
class Policy {

    /** How far down the ranking spreading looks, in list lengths. */
    static final int REACH = 4;

    /** From how many articles an exploring place is drawn. */
    private static final int POOL = 50;

    /**
     * An article at its place; {@code from} is its place in the ranking, from 0.
     *
     * @param pool the places that an exploring line was drawn from, itself among them; empty for every other line
     */
    record Placed(int from, double propensity, List<Integer> pool) {

        boolean exploring() {
            return !pool.isEmpty();
        }
    }

    private final double spread;
    private final int exploringInTen;
    private final double mostOfOne;

    /** @param mostOfOne the share of a list that one interest may take while others have something to show */
    Policy(double spread, int exploringInTen, double mostOfOne) {
        this.spread = spread;
        this.exploringInTen = exploringInTen;
        this.mostOfOne = mostOfOne;
    }

    /**
     * The places of a list.
     *
     * @param ranked how many articles there are to choose from
     * @param vectors of the best articles, in their order, for as many as the list may reach; those that have none are null
     *     and like nothing
     * @param interests which of the reader's interests each of them belongs to
     * @param length how long the list may become
     * @param dice decides what is explored; equal dice make equal lists
     */
    List<Placed> place(int ranked, List<float[]> vectors, int[] interests, int length, Random dice) {
        int exploring = Math.min(length / 10 * exploringInTen, Math.max(0, ranked - length));
        var chosen = spread(ranked, vectors, interests, Math.min(length - exploring, ranked));
        if (exploring == 0) {
            return chosen;
        }
        var taken = chosen.stream().map(Placed::from).toList();
        var pool = new ArrayList<Integer>();
        for (int i = 0; i < ranked && pool.size() < POOL; i++) {
            if (!taken.contains(i)) {
                pool.add(i);
            }
        }
        var list = new ArrayList<>(chosen);
        int every = length / exploring;
        for (int k = 0; k < exploring; k++) {
            var drawnFrom = List.copyOf(pool);
            int drawn = pool.remove(dice.nextInt(pool.size()));
            list.add(
                    Math.min(list.size(), (k + 1) * every - 1 - dice.nextInt(Math.max(1, every / 2))),
                    new Placed(drawn, 1.0 / drawnFrom.size(), drawnFrom));
        }
        return list;
    }

    private List<Placed> spread(int ranked, List<float[]> vectors, int[] interests, int length) {
        int reach = Math.min(ranked, length * REACH);
        var likest = new double[reach];
        var used = new boolean[reach];
        var quota = new Quota(interests, reach, length, mostOfOne);
        var list = new ArrayList<Placed>(length);
        while (list.size() < length) {
            int best = best(likest, used, quota);
            used[best] = true;
            quota.take(best);
            list.add(new Placed(best, 1, List.of()));
            var added = vectors.get(best);
            for (int i = 0; added != null && i < reach; i++) {
                if (!used[i] && vectors.get(i) != null) {
                    likest[i] = Math.max(likest[i], DotProduct.of(added, vectors.get(i)));
                }
            }
        }
        return list;
    }

    private int best(double[] likest, boolean[] used, Quota quota) {
        int best = -1;
        double bestWorth = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < used.length; i++) {
            double worth = (1 - spread) * (1 - (double) i / used.length) - spread * likest[i];
            // of an interest that had its share, only when no other has anything left
            worth -= quota.isFull(i) ? 2 : 0;
            if (!used[i] && worth > bestWorth) {
                best = i;
                bestWorth = worth;
            }
        }
        return best;
    }
}
