package org.articlerecommender.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Text to token ids, as a model's {@code tokenizer.json} describes it, cut to the most tokens that the model is given. */
final class Tokens implements AutoCloseable {

    // No text has more letters than this in one token on average, but for nonsense, which may be cut sooner
    private static final int LETTERS_PER_TOKEN = 40;

    private final HuggingFaceTokenizer tokenizer;
    private final int most;
    private final long highestId;
    private final Optional<WordPieces> pieces;
    private final long[] around;

    private Tokens(HuggingFaceTokenizer tokenizer, int most, long highestId, Optional<WordPieces> pieces) {
        this.tokenizer = tokenizer;
        this.most = most;
        this.highestId = highestId;
        this.around = tokenizer.encode("", true, false).getIds();
        this.pieces = pieces.filter(found -> around.length == 2);
    }

    /**
     * @param json the content of {@code tokenizer.json}
     * @throws IOException if it is not one
     */
    static Tokens of(byte[] json, int most) throws IOException {
        var description = new ObjectMapper().readTree(json);
        long highest = highestId(description);
        var options = Map.of(
                "addSpecialTokens", "true",
                "padding", "false",
                "truncation", "true",
                "modelMaxLength", String.valueOf(most),
                "maxLength", String.valueOf(most));
        try {
            var tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
            return new Tokens(tokenizer, most, highest, WordPieces.of(description));
        } catch (RuntimeException e) {
            throw new IOException("not a tokenizer: " + e.getMessage(), e);
        }
    }

    /** The ids of the text with the special tokens around them; never none. */
    long[] of(String text) {
        return quickly(text).orElseGet(() -> thoroughly(text));
    }

    private Optional<long[]> quickly(String text) {
        return pieces.flatMap(plain -> plain.of(text, end(text), most - around.length))
                .map(inner -> {
                    var ids = new long[inner.length + around.length];
                    ids[0] = around[0];
                    System.arraycopy(inner, 0, ids, 1, inner.length);
                    ids[inner.length + 1] = around[1];
                    return ids;
                });
    }

    /** The same by the library alone. */
    long[] thoroughly(String text) {
        var ids = tokenizer.encode(clean(text), true, false).getIds();
        // a tokenizer that puts nothing around a text makes nothing of the empty one
        return ids.length == 0 ? new long[1] : ids;
    }

    /** The highest id that can come out. */
    long highestId() {
        return highestId;
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    private int end(String text) {
        return Math.min(text.length(), most * LETTERS_PER_TOKEN);
    }

    // Half a surrogate pair is no character, and the native side fails on it
    private String clean(String text) {
        int end = end(text);
        var clean = new StringBuilder(end);
        for (int i = 0; i < end; ) {
            int character = text.codePointAt(i);
            boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            clean.appendCodePoint(half || character == 0 ? ' ' : character);
            i += Character.charCount(character);
        }
        return clean.toString();
    }

    private static long highestId(JsonNode tokenizer) throws IOException {
        var vocabulary = tokenizer.path("model").path("vocab");
        if (vocabulary.isEmpty()) {
            throw new IOException("it has no model.vocab");
        }
        long highest = vocabulary.isArray() ? vocabulary.size() - 1 : 0;
        if (vocabulary.isObject()) {
            for (var id : vocabulary) {
                highest = Math.max(highest, id.asLong());
            }
        }
        for (var added : tokenizer.path("added_tokens")) {
            highest = Math.max(highest, added.path("id").asLong());
        }
        return highest;
    }
}
