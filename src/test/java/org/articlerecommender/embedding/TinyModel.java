package org.articlerecommender.embedding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the smallest files that are a sentence model: a table of one vector per token. */
final class TinyModel {

    static final int WORDS = 3;

    private static final String TOKENIZER = """
            {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
             "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
             "model":{"type":"WordLevel","vocab":{"[UNK]":0,"star":1,"word":2},"unk_token":"[UNK]"}}
            """;

    private TinyModel() {}

    /** A model whose only input besides the mask is {@code ids}, and whose table knows that many tokens. */
    static Path write(Path directory, String ids, int tokens, float unknown) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(ModelFiles.TOKENIZER), TOKENIZER);
        Files.write(directory.resolve(ModelFiles.GRAPH), graph(ids, tokens, unknown));
        return directory;
    }

    static Path write(Path directory) throws IOException {
        return write(directory, "input_ids", WORDS, 1);
    }

    private static byte[] graph(String ids, int tokens, float unknown) throws IOException {
        var numbers = ByteBuffer.allocate(tokens * 2 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int token = 0; token < tokens; token++) {
            numbers.putFloat(token == 0 ? unknown : token == 1 ? 2 : 0).putFloat(token == 2 ? 4 : 0);
        }
        var table = new Message()
                .number(1, tokens)
                .number(1, 2)
                .number(2, 1)
                .text(8, "table")
                .bytes(9, numbers.array());
        var graph = new Message()
                .message(
                        1,
                        new Message()
                                .text(1, "table")
                                .text(1, ids)
                                .text(2, "last_hidden_state")
                                .text(4, "Gather"))
                .text(2, "tiny")
                .message(5, table)
                .message(11, value(ids, 7, 2))
                .message(11, value("attention_mask", 7, 2))
                .message(12, value("last_hidden_state", 1, 3));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().number(2, 13))
                .out
                .toByteArray();
    }

    private static Message value(String name, int type, int rank) throws IOException {
        var shape = new Message();
        for (int i = 0; i < rank; i++) {
            shape.message(1, new Message().text(2, "d" + i + (rank == 3 && i == 2 ? "out" : "")));
        }
        var tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A protobuf message, field after field. */
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) throws IOException {
            varint(field << 3 | 2);
            varint(value.length);
            out.write(value);
            return this;
        }

        Message text(int field, String value) throws IOException {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) throws IOException {
            return bytes(field, value.out.toByteArray());
        }

        private void varint(long value) {
            for (; value > 127; value >>>= 7) {
                out.write((int) (value & 127 | 128));
            }
            out.write((int) value);
        }
    }
}
