package org.articlerecommender.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What changed from one text to another, word by word. */
final class WordDiff {

    /** Words that follow one another and are all the same, added, or removed. */
    public record Part(Kind kind, String text) {

        public boolean added() {
            return kind == Kind.ADDED;
        }

        public boolean removed() {
            return kind == Kind.REMOVED;
        }
    }

    /** What became of words. */
    enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    // The comparison takes the product of both lengths; longer texts count as rewritten
    private static final int MOST_WORDS = 1500;

    private final List<Part> parts = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private Kind kind = Kind.SAME;

    private WordDiff() {}

    /** The parts in the order of reading; what was removed stands before what was added in its place. */
    static List<Part> between(String before, String after) {
        var diff = new WordDiff();
        diff.compare(split(before), split(after));
        diff.flush();
        return List.copyOf(diff.parts);
    }

    private void compare(List<String> before, List<String> after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        before.subList(0, start).forEach(word -> add(Kind.SAME, word));
        middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        after.subList(after.size() - end, after.size()).forEach(word -> add(Kind.SAME, word));
    }

    // By the longest common subsequence
    private void middle(List<String> before, List<String> after) {
        if (before.size() > MOST_WORDS || after.size() > MOST_WORDS) {
            before.forEach(word -> add(Kind.REMOVED, word));
            after.forEach(word -> add(Kind.ADDED, word));
            return;
        }
        var common = new short[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? (short) (common[i + 1][j + 1] + 1)
                        : (short) Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                add(Kind.SAME, before.get(i));
                i++;
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(Kind.REMOVED, before.get(i++));
            } else {
                add(Kind.ADDED, after.get(j++));
            }
        }
    }

    private void add(Kind next, String word) {
        if (next != kind) {
            flush();
            kind = next;
        }
        words.add(word);
    }

    private void flush() {
        if (!words.isEmpty()) {
            parts.add(new Part(kind, String.join(" ", words)));
            words.clear();
        }
    }

    private static List<String> split(String text) {
        return text.isBlank() ? Collections.emptyList() : List.of(text.strip().split("\\s+"));
    }
}
