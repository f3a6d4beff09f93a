package org.articlerecommender.nearest;

import io.quarkus.logging.Log;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Room for the bits of many blocks side by side, in memory outside the heap. In their blocks each 48 KB of bits are 2 MB
 * from the next, so that a pass over millions of rows waits for the page table more than for the bits. Not for several
 * threads at once.
 */
final class BitPlane {

    private static final int MOST = 1024;

    private final Layout layout;
    private ByteBuffer room;
    private int next;
    private boolean full;

    /** @param blocks for how many there is room without a gap; later there are gaps, ever fewer */
    BitPlane(Layout layout, int blocks) {
        this.layout = layout;
        this.room = ByteBuffer.allocate(0);
        this.next = Math.max(1, blocks);
    }

    /** Zeros for the bits of one more block; null when Java may not have more memory outside the heap. */
    ByteBuffer next() {
        if (room.remaining() < layout.bitsBytes() && !full) {
            grow();
        }
        if (full) {
            return null;
        }
        var part = room.slice(room.position(), layout.bitsBytes()).order(ByteOrder.nativeOrder());
        room.position(room.position() + layout.bitsBytes());
        return part;
    }

    private void grow() {
        int blocks = Math.min(next, Integer.MAX_VALUE / layout.bitsBytes());
        try {
            room = ByteBuffer.allocateDirect(blocks * layout.bitsBytes());
            next = Math.min(MOST, 2 * blocks);
        } catch (OutOfMemoryError e) {
            Log.infof("The search for near vectors reads bits from its file, which is slower: %s", e.getMessage());
            full = true;
        }
    }
}
