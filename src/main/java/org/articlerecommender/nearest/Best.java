package org.articlerecommender.nearest;

import java.util.PriorityQueue;

/** The rows with the highest scores so far. One thread uses it. */
final class Best {

    /** One row and its score. */
    record Scored(int row, float score) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            return score == other.score ? Integer.compare(other.row, row) : Float.compare(score, other.score);
        }
    }

    private final int most;
    private final PriorityQueue<Scored> kept = new PriorityQueue<>();
    private float worst = Float.NEGATIVE_INFINITY;

    Best(int most) {
        this.most = most;
    }

    /** A score that is not above this one would not be kept. */
    float worst() {
        return worst;
    }

    void add(int row, float score) {
        kept.add(new Scored(row, score));
        if (kept.size() > most) {
            kept.poll();
        }
        if (kept.size() == most) {
            worst = kept.peek().score();
        }
    }

    void addAll(Best other) {
        other.kept.forEach(one -> add(one.row(), one.score()));
    }

    /** In no order. */
    Iterable<Scored> kept() {
        return kept;
    }
}
