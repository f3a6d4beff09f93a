package org.articlerecommender.nearest;

import java.util.function.IntConsumer;

/** The rows with the highest scores so far; of equal ones those put in first among the rows. One thread uses it. */
final class Best {

    // a heap with the worst on top
    private final int[] rows;
    private final float[] scores;
    private int size;

    Best(int most) {
        this.rows = new int[most];
        this.scores = new float[most];
    }

    /** A score that is not above this one would not be kept. */
    float worst() {
        return size < rows.length ? Float.NEGATIVE_INFINITY : scores[0];
    }

    void add(int row, float score) {
        if (size < rows.length) {
            rise(size++, row, score);
        } else if (worse(rows[0], scores[0], row, score)) {
            sink(row, score);
        }
    }

    void addAll(Best other) {
        for (int i = 0; i < other.size; i++) {
            add(other.rows[i], other.scores[i]);
        }
    }

    int size() {
        return size;
    }

    /** In no order. */
    void forEachRow(IntConsumer work) {
        for (int i = 0; i < size; i++) {
            work.accept(rows[i]);
        }
    }

    private void rise(int from, int row, float score) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (!worse(row, score, rows[parent], scores[parent])) {
                break;
            }
            put(place, rows[parent], scores[parent]);
            place = parent;
        }
        put(place, row, score);
    }

    private void sink(int row, float score) {
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && worse(rows[child + 1], scores[child + 1], rows[child], scores[child])) {
                child++;
            }
            if (!worse(rows[child], scores[child], row, score)) {
                break;
            }
            put(place, rows[child], scores[child]);
            place = child;
        }
        put(place, row, score);
    }

    private void put(int place, int row, float score) {
        rows[place] = row;
        scores[place] = score;
    }

    private static boolean worse(int row, float score, int otherRow, float otherScore) {
        return score == otherScore ? row > otherRow : score < otherScore;
    }
}
