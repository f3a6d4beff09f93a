package org.articlerecommender.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message in the form of Protocol Buffers: numbered fields in the order they came in. Fields that nobody looks into are
 * written as they were read.
 */
final class Message {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    /**
     * One field.
     *
     * @param number a whole number, or the bits of one of fixed size; 0 for bytes
     * @param bytes null for numbers
     */
    private record Field(int id, int form, long number, ByteBuffer bytes) {}

    private final List<Field> fields = new ArrayList<>();

    /** @throws RuntimeException if the bytes are not a message */
    static Message read(ByteBuffer from) {
        var in = from.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        var message = new Message();
        while (in.hasRemaining()) {
            long key = varint(in);
            int id = (int) (key >>> 3);
            int form = (int) key & 7;
            switch (form) {
                case VARINT -> message.fields.add(new Field(id, form, varint(in), null));
                case FIXED64 -> message.fields.add(new Field(id, form, in.getLong(), null));
                case FIXED32 -> message.fields.add(new Field(id, form, in.getInt(), null));
                case BYTES -> {
                    int length = Math.toIntExact(varint(in));
                    message.fields.add(new Field(id, form, 0, in.slice(in.position(), length)));
                    in.position(in.position() + length);
                }
                default -> throw new IllegalArgumentException("a field of the unknown form " + form);
            }
        }
        return message;
    }

    Message add(int id, ByteBuffer bytes) {
        fields.add(new Field(id, BYTES, 0, bytes));
        return this;
    }

    Message add(int id, Message inner) {
        return add(id, ByteBuffer.wrap(inner.write()));
    }

    Message add(int id, String text) {
        return add(id, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    Message add(int id, long number) {
        fields.add(new Field(id, VARINT, number, null));
        return this;
    }

    Message add(int id, float number) {
        fields.add(new Field(id, FIXED32, Float.floatToRawIntBits(number), null));
        return this;
    }

    /** A copy without the fields of this number. */
    Message without(int... ids) {
        var copy = new Message();
        fields.stream()
                .filter(field -> Arrays.stream(ids).noneMatch(id -> id == field.id()))
                .forEach(copy.fields::add);
        return copy;
    }

    Stream<ByteBuffer> all(int id) {
        return fields.stream()
                .filter(field -> field.id() == id && field.bytes() != null)
                .map(Field::bytes);
    }

    boolean has(int id) {
        return fields.stream().anyMatch(field -> field.id() == id);
    }

    List<String> texts(int id) {
        return all(id).map(bytes ->
                        StandardCharsets.UTF_8.decode(bytes.duplicate()).toString())
                .toList();
    }

    /** The text of the field, or an empty one. */
    String text(int id) {
        var texts = texts(id);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** The whole numbers, or bits of one of fixed size, of a field that is repeated, packed or not. */
    List<Long> numbers(int id) {
        var numbers = new ArrayList<Long>();
        for (var field : fields) {
            if (field.id() == id && field.bytes() == null) {
                numbers.add(field.number());
            } else if (field.id() == id) {
                for (var in = field.bytes().duplicate(); in.hasRemaining(); ) {
                    numbers.add(varint(in));
                }
            }
        }
        return numbers;
    }

    /** The whole number of the field, or 0. */
    long number(int id) {
        return numbers(id).stream().findFirst().orElse(0L);
    }

    byte[] write() {
        var out = new ByteArrayOutputStream();
        for (var field : fields) {
            varint(out, (long) field.id() << 3 | field.form());
            switch (field.form()) {
                case VARINT -> varint(out, field.number());
                case FIXED64 -> fixed(out, field.number(), Long.BYTES);
                case FIXED32 -> fixed(out, field.number(), Integer.BYTES);
                default -> {
                    var bytes = new byte[field.bytes().remaining()];
                    field.bytes().duplicate().get(bytes);
                    varint(out, bytes.length);
                    out.writeBytes(bytes);
                }
            }
        }
        return out.toByteArray();
    }

    private static long varint(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = in.get();
            number |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    private static void varint(ByteArrayOutputStream out, long number) {
        long rest = number;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7F | 0x80));
        }
        out.write((int) rest);
    }

    private static void fixed(ByteArrayOutputStream out, long number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (number >>> 8 * i));
        }
    }
}
