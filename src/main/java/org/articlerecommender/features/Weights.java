package org.articlerecommender.features;

import java.util.Map;

/** The weights that a reader gives to names, made to be asked for the names of thousands of articles. */
final class Weights {

    private static final int BITS = 1 << 12;

    // a name is looked for from the place that its key names on, up to the first empty place; one in two is empty
    private final long[] keys;
    private final double[] weights;
    // most names of most articles have no weight, and these bits say so without looking for the name
    private final long[] maybe = new long[BITS / Long.SIZE];

    /** @param byName text to numbers, as it was stored; what is not above 0 counts as nothing */
    Weights(Map<?, ?> byName) {
        int places = 2 * Integer.highestOneBit(2 * byName.size() + 1);
        this.keys = new long[places];
        this.weights = new double[places];
        byName.forEach((name, weight) -> {
            if (weight instanceof Double number && number > 0) {
                put(Names.key(name.toString()), number);
            }
        });
    }

    private void put(long key, double weight) {
        int place = place(key);
        keys[place] = key;
        weights[place] = weight;
        maybe[bit(key) >>> 6] |= 1L << bit(key);
    }

    /** The highest weight among the names; 0 when none has one. */
    double highest(Names names) {
        double highest = 0;
        for (long key : names.keys()) {
            if ((maybe[bit(key) >>> 6] & 1L << bit(key)) != 0) {
                highest = Math.max(highest, weights[place(key)]);
            }
        }
        return highest;
    }

    private int place(long key) {
        int place = (int) key & keys.length - 1;
        while (weights[place] != 0 && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }

    private static int bit(long key) {
        return (int) (key >>> 52);
    }
}
