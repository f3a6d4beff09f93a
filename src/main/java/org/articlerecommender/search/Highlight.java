package org.articlerecommender.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.articlerecommender.catalog.Terms;

/**
 * Shows in a text the words that were searched for. The pieces, put together, are the text as it was, signs included: who
 * shows them escapes them. Formulas are never marked inside.
 */
public final class Highlight {

    /** A part of a text. */
    public record Piece(String text, boolean hit) {}

    private static final int LONGEST = 260;
    private static final Pattern FORMULA = Pattern.compile("\\$[^$]+\\$");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");

    private final Set<String> asked;

    private Highlight(Set<String> asked) {
        this.asked = asked;
    }

    /** For what was typed into a search. */
    public static Highlight of(String query) {
        return new Highlight(
                new HashSet<>(Terms.of(SearchQuery.of(query, Search.Filter.NONE).words())));
    }

    /** The whole text. */
    public List<Piece> in(String text) {
        var pieces = new ArrayList<Piece>();
        int end = 0;
        for (var place : hits(text)) {
            if (place.start() > end) {
                pieces.add(new Piece(text.substring(end, place.start()), false));
            }
            pieces.add(new Piece(text.substring(place.start(), place.end()), true));
            end = place.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(text.substring(end), false));
        }
        return pieces;
    }

    /** The sentence with most of the words, cut where it is very long; nothing when no sentence has any. */
    public List<Piece> snippet(String text) {
        String best = null;
        long most = 0;
        for (var sentence : SENTENCE_END.split(text)) {
            long distinct =
                    hits(sentence).stream().map(Terms.Place::term).distinct().count();
            if (distinct > most) {
                best = sentence;
                most = distinct;
            }
        }
        return best == null ? List.of() : in(cut(best));
    }

    private List<Terms.Place> hits(String text) {
        var formulas = FORMULA.matcher(text).results().toList();
        return Terms.places(Terms.ENGLISH, text).stream()
                .filter(place -> asked.contains(place.term()))
                .filter(place -> formulas.stream()
                        .noneMatch(formula -> place.start() < formula.end() && place.end() > formula.start()))
                .toList();
    }

    private String cut(String sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        int first = hits(sentence).get(0).start();
        int from = first < LONGEST / 2 ? 0 : outside(sentence, sentence.lastIndexOf(' ', first - LONGEST / 4) + 1);
        int end = Math.min(sentence.length(), from + LONGEST);
        int to = end == sentence.length() ? end : outside(sentence, Math.max(first, sentence.lastIndexOf(' ', end)));
        return (from > 0 ? "… " : "") + sentence.substring(from, to).strip() + (to < sentence.length() ? " …" : "");
    }

    // half a formula would not be one
    private static int outside(String text, int cut) {
        return FORMULA.matcher(text)
                .results()
                .filter(formula -> formula.start() < cut && formula.end() > cut)
                .map(formula -> formula.end())
                .findFirst()
                .orElse(cut);
    }
}
