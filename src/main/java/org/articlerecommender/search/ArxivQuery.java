package org.articlerecommender.search;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person typed, in arXiv's query language.
 *
 * <p>arXiv takes words without an operator as alternatives, so that "graph neural networks" finds every paper on networks;
 * here every word must occur. Whoever writes arXiv's language (an operator, a parenthesis, a field prefix that we have not)
 * gets what they wrote.
 */
final class ArxivQuery {

    private static final Pattern EXPERT =
            Pattern.compile("\\b(ti|abs|co|jr|rn|id|all|submittedDate|lastUpdatedDate):|\\b(AND|OR|ANDNOT)\\b|[()]");
    private static final Pattern SIGNS = Pattern.compile("\\b(ti|abs|co|jr|rn|id|all):|\\b(AND|OR|ANDNOT)\\b|[()\"]");
    private static final int MOST_WORDS = 20;

    private ArxivQuery() {}

    /** The query to send; blank when there is nothing to ask for. */
    static String of(SearchQuery asked, Search.Filter chosen) {
        if (EXPERT.matcher(asked.typed()).find()) {
            var added = filters(SearchQuery.of("", chosen));
            return added.isEmpty()
                    ? asked.typed()
                    : "(%s) AND %s".formatted(asked.typed(), String.join(" AND ", added));
        }
        var parts = new ArrayList<String>();
        asked.phrases().forEach(phrase -> parts.add("all:" + quoted(phrase)));
        words(asked).forEach(word -> parts.add("all:" + word));
        parts.addAll(filters(asked));
        var query = String.join(" AND ", parts);
        // arXiv takes nothing away from nothing
        return query.isEmpty() || asked.without().isEmpty()
                ? query
                : query + " ANDNOT " + String.join(" ANDNOT ", without(asked));
    }

    /** A text without the signs of arXiv's language. */
    static String wordsOf(String typed) {
        return SIGNS.matcher(typed).replaceAll(" ");
    }

    private static List<String> words(SearchQuery asked) {
        var words = asked.words();
        for (var phrase : asked.phrases()) {
            words = words.replace(phrase, " ");
        }
        return plain(words);
    }

    private static List<String> without(SearchQuery asked) {
        return asked.without().stream()
                .flatMap(word -> plain(word).stream())
                .map(word -> "all:" + word)
                .toList();
    }

    private static List<String> plain(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}.+#-]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .limit(MOST_WORDS)
                .toList();
    }

    private static List<String> filters(SearchQuery asked) {
        var parts = new ArrayList<String>();
        asked.authors().forEach(author -> parts.add("au:" + quoted(author)));
        asked.categories()
                .forEach(category -> parts.add("cat:" + (category.contains(".") ? category : category + "*")));
        if (asked.from() != null || asked.to() != null) {
            parts.add("submittedDate:[%s0000 TO %s2359]"
                    .formatted(
                            day(asked.from(), LocalDate.of(1991, 1, 1)), day(asked.to(), LocalDate.of(2999, 12, 31))));
        }
        return parts;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", " ") + '"';
    }

    private static String day(LocalDate day, LocalDate otherwise) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day == null ? otherwise : day);
    }
}
