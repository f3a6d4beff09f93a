package org.articlerecommender.features;

import java.util.Arrays;
import java.util.List;

/**
 * The keys of an entity as one text: a single key as it is, several joined by a bar. What a key itself has of bars and
 * percent signs is escaped, so that no two entities share a text.
 */
final class PackedKey {

    private static final char BAR = '|';

    private PackedKey() {}

    /** Null when a part is null. */
    static String of(String first, String second) {
        return first == null || second == null ? null : escaped(first) + BAR + escaped(second);
    }

    /** The keys in a text that stands for so many of them. */
    static List<String> parts(String key, int count) {
        return count == 1
                ? List.of(key)
                : Arrays.stream(key.split("\\|", -1)).map(PackedKey::plain).toList();
    }

    private static String escaped(String part) {
        return part.indexOf('%') < 0 && part.indexOf(BAR) < 0
                ? part
                : part.replace("%", "%25").replace("|", "%7C");
    }

    private static String plain(String part) {
        return part.indexOf('%') < 0 ? part : part.replace("%7C", "|").replace("%25", "%");
    }
}
