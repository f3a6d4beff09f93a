package org.articlerecommender.ingestion;

/** Text as it is stored: one line, single spaces, and nothing in it that PostgreSQL or JSON cannot hold. */
final class CleanText {

    private CleanText() {}

    /** The text folded to one line; letters stay as they came, however garbled. Null for null. */
    static String fold(String text) {
        if (text == null) {
            return null;
        }
        var kept = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (Character.isWhitespace(one)) {
                space = true;
            } else if (one > ' ' && one != 0x7f) {
                if (space && kept.length() > 0) {
                    kept.append(' ');
                }
                space = false;
                if (Character.isSurrogate(one)) {
                    i += surrogate(text, i, kept);
                } else {
                    kept.append(one);
                }
            }
        }
        return kept.toString();
    }

    // How many further characters it took
    private static int surrogate(String text, int at, StringBuilder kept) {
        if (Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))) {
            kept.append(text, at, at + 2);
            return 1;
        }
        kept.append('\uFFFD');
        return 0;
    }

    /** Like {@link #fold}, and null when nothing is left. */
    static String foldOrNull(String text) {
        var folded = fold(text);
        return folded == null || folded.isEmpty() ? null : folded;
    }
}
