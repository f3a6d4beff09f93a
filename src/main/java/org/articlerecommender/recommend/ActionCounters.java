package org.articlerecommender.recommend;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.articlerecommender.events.ReaderId;

/**
 * Tells whether a reader did something between two moments. Readers may share a counter, so that it now and then says yes
 * without cause.
 */
final class ActionCounters {

    private static final int COUNTERS = 1 << 12;

    private final AtomicIntegerArray counters = new AtomicIntegerArray(COUNTERS);

    /** @param reader null for nobody in particular, who does nothing */
    int of(ReaderId reader) {
        return reader == null ? 0 : counters.get(place(reader));
    }

    void count(ReaderId reader) {
        counters.incrementAndGet(place(reader));
    }

    private static int place(ReaderId reader) {
        return Math.floorMod(reader.hashCode(), COUNTERS);
    }
}
