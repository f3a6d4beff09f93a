package org.articlerecommender.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A constant of a graph.
 *
 * @param type the number that ONNX gives the kind of its elements
 * @param data its elements as they lie in memory; null when they are kept in another way
 */
record Tensor(String name, int type, List<Long> shape, ByteBuffer data) {

    private static final int FLOAT = 1;

    private static final int SHAPE = 1;
    private static final int TYPE = 2;
    private static final int NAME = 8;
    private static final int FLOATS = 4;
    private static final int DATA = 9;

    static Tensor read(ByteBuffer bytes) {
        var message = Message.read(bytes);
        return new Tensor(
                message.text(NAME),
                (int) message.number(TYPE),
                message.numbers(SHAPE),
                message.all(DATA)
                        .findFirst()
                        .or(() -> message.all(FLOATS).findFirst())
                        .orElse(null));
    }

    /** Its one number; NaN when it is something else. */
    float number() {
        return type == FLOAT && data != null && data.remaining() == Float.BYTES
                ? data.duplicate().order(ByteOrder.LITTLE_ENDIAN).getFloat()
                : Float.NaN;
    }

    /** How many numbers lie behind one another in its last direction. */
    int width() {
        return shape.isEmpty() ? 1 : Math.toIntExact(shape.get(shape.size() - 1));
    }
}
