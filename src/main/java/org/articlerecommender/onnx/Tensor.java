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
    private static final int UINT8 = 2;
    private static final int INT8 = 3;

    private static final int SHAPE = 1;
    private static final int TYPE = 2;
    private static final int NAME = 8;
    private static final int FLOATS = 4;
    private static final int SMALL_NUMBERS = 5;
    private static final int DATA = 9;

    static Tensor read(ByteBuffer bytes) {
        var message = Message.read(bytes);
        return new Tensor(
                message.text(NAME),
                (int) message.number(TYPE),
                message.numbers(SHAPE),
                message.all(DATA).findFirst().orElseGet(() -> elements(message)));
    }

    // Small constants are often written number by number; packed floats lie as they do in memory
    private static ByteBuffer elements(Message message) {
        int type = (int) message.number(TYPE);
        if (type == FLOAT) {
            return message.all(FLOATS).findFirst().orElse(null);
        }
        var numbers = message.numbers(SMALL_NUMBERS);
        if (type != UINT8 && type != INT8 || numbers.isEmpty()) {
            return null;
        }
        var bytes = ByteBuffer.allocate(numbers.size());
        numbers.forEach(number -> bytes.put(number.byteValue()));
        return bytes.flip();
    }

    Message message() {
        var message = new Message();
        shape.forEach(size -> message.add(SHAPE, size));
        return message.add(TYPE, type).add(NAME, name).add(DATA, data);
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

    /** Three of one height and kind side by side. */
    static Tensor beside(String name, Tensor one, Tensor two, Tensor three) {
        var all = List.of(one, two, three);
        int rows = one.shape().size() < 2 ? 1 : Math.toIntExact(one.shape().get(0));
        int bytes = all.stream().mapToInt(tensor -> tensor.data().remaining()).sum();
        var together = ByteBuffer.allocate(bytes);
        for (int row = 0; row < rows; row++) {
            for (var tensor : all) {
                int length = tensor.data().remaining() / rows;
                together.put(tensor.data().slice(row * length, length));
            }
        }
        long width = all.stream().mapToInt(Tensor::width).sum();
        var shape =
                one.shape().size() < 2 ? List.of(width) : List.of(one.shape().get(0), width);
        return new Tensor(name, one.type(), shape, together.flip());
    }
}
