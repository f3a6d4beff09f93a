package org.articlerecommender.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The tokens of plain English in models of BERT's kind: what the tokenizer's own library gives, in a tenth of the time.
 *
 * <p>It knows ASCII alone. Whether a letter of another kind has an accent to be taken off, or is two words, it leaves to
 * the library.
 */
final class WordPieces {

    private static final int NOT_PLAIN = -1;
    private static final int SPACE = 0;
    private static final int MARK = 1;
    private static final int LETTER = 2;

    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Integer> continuations = new HashMap<>();
    private final List<String> specials;
    private final int unknown;
    private final int longestWord;
    private final boolean lowercase;

    private WordPieces(JsonNode tokenizer) {
        var model = tokenizer.path("model");
        var prefix = model.path("continuing_subword_prefix").asText();
        model.path("vocab").properties().forEach(entry -> {
            var piece = entry.getKey();
            int id = entry.getValue().asInt();
            starts.put(piece, id);
            if (piece.startsWith(prefix)) {
                continuations.put(piece.substring(prefix.length()), id);
            }
        });
        this.specials = StreamSupport.stream(tokenizer.path("added_tokens").spliterator(), false)
                .map(token -> token.path("content").asText())
                .toList();
        this.unknown = starts.getOrDefault(model.path("unk_token").asText(), NOT_PLAIN);
        this.longestWord = model.path("max_input_chars_per_word").asInt();
        this.lowercase = tokenizer.path("normalizer").path("lowercase").asBoolean();
    }

    /** Empty for a tokenizer of another kind. */
    static Optional<WordPieces> of(JsonNode tokenizer) {
        var normalizer = tokenizer.path("normalizer");
        boolean bert = normalizer.path("type").asText().equals("BertNormalizer")
                && normalizer.path("clean_text").asBoolean()
                && tokenizer.path("pre_tokenizer").path("type").asText().equals("BertPreTokenizer")
                && tokenizer.path("model").path("type").asText().equals("WordPiece");
        for (var token : tokenizer.path("added_tokens")) {
            // what is looked for in the text as it came can be looked for here as well
            bert &= !token.path("normalized").asBoolean()
                    && !token.path("lstrip").asBoolean();
        }
        return bert ? Optional.of(new WordPieces(tokenizer)).filter(pieces -> pieces.unknown >= 0) : Optional.empty();
    }

    /**
     * The first tokens of a text, at most so many.
     *
     * @param end how much of the text counts
     * @return empty if they depend on anything that is not plain
     */
    Optional<long[]> of(String text, int end, int most) {
        if (specials.stream().anyMatch(text::contains)) {
            return Optional.empty();
        }
        var ids = new long[most + longestWord];
        int count = 0;
        for (int from = 0, to; from < end && count < most; from = to) {
            int kind = kind(text.charAt(from));
            to = from + 1;
            while (kind == LETTER && to < end && kind(text.charAt(to)) == LETTER) {
                to++;
            }
            if (kind == NOT_PLAIN || to < end && kind(text.charAt(to)) == NOT_PLAIN) {
                return Optional.empty();
            }
            if (kind != SPACE) {
                count = add(text.substring(from, to), ids, count);
            }
        }
        return Optional.of(Arrays.copyOf(ids, Math.min(count, most)));
    }

    // The longest piece that the vocabulary has, then the longest of the rest
    private int add(String found, long[] ids, int count) {
        var word = lowercase ? found.toLowerCase(Locale.ROOT) : found;
        int pieces = count;
        for (int from = 0, to; from < word.length() && word.length() <= longestWord; from = to) {
            var known = from == 0 ? starts : continuations;
            Integer id = null;
            for (to = word.length() + 1; id == null && to > from + 1; ) {
                to--;
                id = known.get(word.substring(from, to));
            }
            if (id == null) {
                pieces = count;
                break;
            }
            ids[pieces++] = id;
        }
        if (pieces == count) {
            ids[pieces++] = unknown;
        }
        return pieces;
    }

    private static int kind(char character) {
        if (character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9') {
            return LETTER;
        }
        if (character == ' ' || character == '\t' || character == '\n' || character == '\r') {
            return SPACE;
        }
        return character > ' ' && character < '\u007f' ? MARK : NOT_PLAIN;
    }
}
