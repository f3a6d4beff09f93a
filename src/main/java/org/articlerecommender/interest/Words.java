package org.articlerecommender.interest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text into its words: runs of letters and digits in lower case, hyphens inside them kept. */
final class Words {

    private Words() {}

    /** In the order of the text; a word that occurs twice is there twice, single digits are left out. */
    static List<String> in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            char character = i < lower.length() ? lower.charAt(i) : ' ';
            boolean inside = Character.isLetterOrDigit(character) || character == '-' && start >= 0;
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                add(words, lower, start, i);
                start = -1;
            }
        }
        return words;
    }

    private static void add(List<String> words, String text, int start, int end) {
        int last = end;
        while (text.charAt(last - 1) == '-') {
            last--;
        }
        if (last - start > 1 || Character.isLetter(text.charAt(start))) {
            words.add(text.substring(start, last));
        }
    }
}
