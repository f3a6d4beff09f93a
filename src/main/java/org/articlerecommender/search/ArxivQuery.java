package org.articlerecommender.search;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person typed, in arXiv's query language.
 *
 * <p>arXiv takes words without an operator as alternatives, so that "graph neural networks" finds every paper on networks;
 * here every word must occur. Whoever writes arXiv's language (a field prefix, an operator, a quote, a parenthesis) gets what
 * they wrote.
 */
final class ArxivQuery {

    private static final Pattern EXPERT = Pattern.compile(
            "\\b(ti|au|abs|co|jr|cat|rn|id|all|submittedDate|lastUpdatedDate):|\\b(AND|OR|ANDNOT)\\b|[\"()]");

    private ArxivQuery() {}

    /** The query to send; blank when there is no word in it. */
    static String of(String typed) {
        if (EXPERT.matcher(typed).find()) {
            return typed;
        }
        return Arrays.stream(typed.split("[^\\p{L}\\p{N}.+#-]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .limit(20)
                .map(word -> "all:" + word)
                .collect(Collectors.joining(" AND "));
    }
}
