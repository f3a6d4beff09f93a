package org.articlerecommender.ingestion;

import java.util.regex.Pattern;

/** Recognises the sentences by which authors and arXiv mark a paper as withdrawn; arXiv has no field for it. */
final class Withdrawal {

    private static final String PAPER =
            "(?:paper|article|manuscript|submission|preprint|e-?print|letter|work|note|version|draft|thesis)";
    private static final Pattern SENTENCE = Pattern.compile(
            "^\\W*(?:temporarily )?withdrawn\\b"
                    + "|\\bthis " + PAPER + "\\b[^.]{0,80}\\bwithdrawn\\b"
                    + "|\\bthe " + PAPER + " (?:has been|is|was) (?:temporarily )?withdrawn\\b"
                    + "|\\bwithdrawn by (?:the )?(?:authors?|arxiv)\\b",
            Pattern.CASE_INSENSITIVE);

    private Withdrawal() {}

    /** Whether the abstract begins with such a sentence or the comment has one; either may be null. */
    static boolean announcedIn(String summary, String comment) {
        return says(summary, 200) || says(comment, 2000);
    }

    private static boolean says(String text, int within) {
        return text != null
                // most texts are told apart without the expression
                && (text.contains("ithdrawn") || text.contains("ITHDRAWN"))
                && SENTENCE.matcher(text.substring(0, Math.min(within, text.length())))
                        .find();
    }
}
