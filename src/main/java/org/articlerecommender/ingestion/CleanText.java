package org.articlerecommender.ingestion;

import java.util.regex.Pattern;

/** Text as it is stored: one line, single spaces, and nothing in it that PostgreSQL or JSON cannot hold. */
final class CleanText {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private CleanText() {}

    /** The text folded to one line; letters stay as they came, however garbled. Null for null. */
    static String fold(String text) {
        if (text == null) {
            return null;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                kept.append('\uFFFD');
            } else if (point >= ' ' && point != 0x7f || Character.isWhitespace(point)) {
                kept.appendCodePoint(point);
            }
        });
        return SPACE.matcher(kept).replaceAll(" ").strip();
    }

    /** Like {@link #fold}, and null when nothing is left. */
    static String foldOrNull(String text) {
        var folded = fold(text);
        return folded == null || folded.isEmpty() ? null : folded;
    }
}
