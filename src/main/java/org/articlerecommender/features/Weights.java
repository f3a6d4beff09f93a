package org.articlerecommender.features;

import java.util.HashMap;
import java.util.Map;

/** The weights that a reader gives to names, made to be asked for the names of thousands of articles. */
final class Weights {

    private static final int BITS = 1 << 12;

    private final Map<Object, Object> byName;
    // most names of most articles have no weight, and these bits say so without looking for the name
    private final long[] maybe = new long[BITS / Long.SIZE];

    Weights(Map<?, ?> byName) {
        this.byName = new HashMap<>(byName);
        for (var name : byName.keySet()) {
            int bit = bit(name.hashCode());
            maybe[bit >>> 6] |= 1L << bit;
        }
    }

    /** The highest weight among the names; 0 when none has one. */
    double highest(Names names) {
        double highest = 0;
        var hashes = names.hashes();
        for (int i = 0; i < hashes.length; i++) {
            int bit = bit(hashes[i]);
            if ((maybe[bit >>> 6] & 1L << bit) != 0 && byName.get(names.names().get(i)) instanceof Double weight) {
                highest = Math.max(highest, weight);
            }
        }
        return highest;
    }

    private static int bit(int hash) {
        return (hash * 0x9E3779B9) >>> 20;
    }
}
