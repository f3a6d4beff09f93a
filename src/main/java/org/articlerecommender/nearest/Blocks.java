package org.articlerecommender.nearest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where blocks come from. Blocks given out stay readable for ever, also after the source is closed. */
interface Blocks extends AutoCloseable {

    /** One more block, all zeros. */
    Block next() throws IOException;

    /** Remembers the centre of the bits; every block has them from now on. */
    void keepCentre(float[] centre) throws IOException;

    @Override
    void close();

    /** Blocks in memory outside the heap, gone with the process. */
    static Blocks inMemory(Layout layout) {
        return new Blocks() {
            @Override
            public Block next() {
                return new Block(
                        layout, ByteBuffer.allocateDirect(layout.blockBytes()).order(ByteOrder.nativeOrder()));
            }

            @Override
            public void keepCentre(float[] centre) {}

            @Override
            public void close() {}
        };
    }
}
