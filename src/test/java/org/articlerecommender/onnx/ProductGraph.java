package org.articlerecommender.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/** Graphs of a single matrix product, for measuring what a machine can do. */
public final class ProductGraph {

    public static final String LEFT = "left";

    private static final int OPERATORS = 11;
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT8 = 3;
    private static final int INT32 = 6;

    private ProductGraph() {}

    /** {@code left} times a constant of so many rows and columns, in float32. */
    public static byte[] float32(int rows, int columns) {
        var random = new Random(1);
        var numbers = ByteBuffer.allocate(rows * columns * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (numbers.hasRemaining()) {
            numbers.putFloat(random.nextFloat() - 0.5f);
        }
        return graph("MatMul", FLOAT, new Constant(FLOAT, rows, columns, numbers.flip()), FLOAT);
    }

    /** The same of unsigned and signed numbers of eight bits. */
    public static byte[] int8(int rows, int columns) {
        var numbers = new byte[rows * columns];
        new Random(1).nextBytes(numbers);
        return graph("MatMulInteger", UINT8, new Constant(INT8, rows, columns, ByteBuffer.wrap(numbers)), INT32);
    }

    private record Constant(int type, int rows, int columns, ByteBuffer data) {

        Message message() {
            return new Message()
                    .add(1, rows)
                    .add(1, columns)
                    .add(2, type)
                    .add(8, "right")
                    .add(9, data);
        }
    }

    private static byte[] graph(String operator, int left, Constant right, int product) {
        var graph = new Message()
                .add(1, Node.of("", operator, List.of(LEFT, "right"), "product").message())
                .add(2, "product")
                .add(5, right.message())
                .add(11, matrix(LEFT, left, right.rows()))
                .add(12, matrix("product", product, right.columns()));
        return new Message()
                .add(1, 7)
                .add(7, graph)
                .add(8, new Message().add(2, OPERATORS))
                .write();
    }

    private static Message matrix(String name, int type, int columns) {
        var shape = new Message().add(1, new Message().add(2, "rows")).add(1, new Message().add(1, columns));
        var tensor = new Message().add(1, type).add(2, shape);
        return new Message().add(1, name).add(2, new Message().add(1, tensor));
    }
}
