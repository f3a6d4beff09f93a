package org.articlerecommender.nearest;

import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import org.articlerecommender.catalog.ArticleId;

/**
 * Finds the row of an article: 4 bytes a slot, for the ids themselves are in the rows.
 *
 * <p>One thread writes, others read meanwhile; an article that is being put in is found or is not.
 */
final class IdTable {

    private static final int NONE = -1;

    private final BiPredicate<Integer, byte[]> holds;
    private volatile int[] slots = empty(1 << 12);
    private int used;

    /** @param holds whether a row is of the article with this id in its fixed form */
    IdTable(BiPredicate<Integer, byte[]> holds) {
        this.holds = holds;
    }

    /** The row last put in for the article, or -1. It may be gone since. */
    int rowOf(ArticleId article) {
        return Block.fits(article) ? rowOf(Block.idBytes(article)) : NONE;
    }

    int rowOf(byte[] id) {
        var now = slots;
        return now[slot(now, id)];
    }

    void put(byte[] id, int row) {
        var now = slots;
        int slot = slot(now, id);
        if (now[slot] == NONE) {
            used++;
        }
        now[slot] = row;
        slots = now;
    }

    /** Makes room for one more. */
    void grow(IntFunction<byte[]> idOf) {
        if (used * 2 < slots.length) {
            return;
        }
        var larger = empty(slots.length * 2);
        for (int row : slots) {
            if (row != NONE) {
                larger[slot(larger, idOf.apply(row))] = row;
            }
        }
        slots = larger;
    }

    private int slot(int[] among, byte[] id) {
        int mask = among.length - 1;
        int slot = spread(Arrays.hashCode(id)) & mask;
        while (among[slot] != NONE && !holds.test(among[slot], id)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private static int[] empty(int size) {
        var slots = new int[size];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
