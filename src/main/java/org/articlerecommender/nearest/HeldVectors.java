package org.articlerecommender.nearest;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Vectors handed out lately, on the heap: the candidates of a day are asked for by every request.
 *
 * <p>A row has one place here, and what was put in last has it; rows that came one after the other are not in each other's
 * way.
 */
final class HeldVectors {

    private record Held(int row, float[] vector) {}

    private final AtomicReferenceArray<Held> held;

    /** @param most a power of two */
    HeldVectors(int most) {
        this.held = new AtomicReferenceArray<>(most);
    }

    float[] of(int row, Block block) {
        int place = row & (held.length() - 1);
        var there = held.get(place);
        if (there != null && there.row() == row) {
            return there.vector();
        }
        var vector = block.vector(row % Layout.ROWS);
        held.set(place, new Held(row, vector));
        return vector;
    }
}
