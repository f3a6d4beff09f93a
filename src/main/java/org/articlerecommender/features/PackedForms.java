package org.articlerecommender.features;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Forms of texts, vectors and weights as bytes. */
final class PackedForms {

    private PackedForms() {}

    // writeUTF ends at 64 kB
    static void writeText(String text, DataOutputStream to) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    static String readText(ByteBuffer from) {
        return new String(take(from), StandardCharsets.UTF_8);
    }

    /** The bytes that follow their number. */
    static byte[] take(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    static byte[] bytes(float[] vector) {
        var buffer = ByteBuffer.allocate(vector.length * Float.BYTES);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }

    static Map<String, Double> weights(Object value) {
        var weights = new TreeMap<String, Double>();
        ((Map<?, ?>) value).forEach((name, weight) -> weights.put((String) name, (Double) weight));
        return weights;
    }
}
