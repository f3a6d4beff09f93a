package org.articlerecommender.search;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a search takes, as it comes with an address; whoever asks for the request learns what is wrong with it. */
public record SearchParameters(
        @Parameter(
                required = true,
                description = "Words, \"quoted phrases\", -unwanted words, author: cat: after: before:, or an id",
                example = "dense retrieval after:2024")
        @QueryParam("q")
        String q,

        @Parameter(description = "arxiv, local (the default) or hybrid", example = "local") @QueryParam("source")
        String source,

        @Parameter(description = "A category like cs.IR or an archive like cs", example = "cs.IR")
        @QueryParam("category")
        String category,

        @Parameter(description = "A name or a part of one", example = "Ada Lovelace") @QueryParam("author")
        String author,

        @Parameter(description = "First announcement day", example = "2024-01-01") @QueryParam("from")
        String from,

        @Parameter(description = "Last announcement day", example = "2025-12-31") @QueryParam("to")
        String to,

        @Parameter(description = "relevance (the default) or newest", example = "relevance") @QueryParam("sort")
        String sort,

        @Parameter(description = "Who searches, for the record") @QueryParam("user")
        String user,

        @Parameter(description = "How many results to pass over", example = "0") @QueryParam("offset")
        String offset,

        @Parameter(example = "10") @QueryParam("limit") String limit) {

    private static final int LONGEST_QUERY = 1000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 200;
    private static final Pattern CATEGORY = Pattern.compile("[A-Za-z-]+(\\.[A-Za-z-]+)?");

    /**
     * The request as it is meant.
     *
     * @param length how many results when no limit is given
     * @throws Problem naming the parameter that cannot be taken
     */
    public Search.Request request(int length) {
        if (q == null || q.isBlank() || q.length() > LONGEST_QUERY || q.indexOf('\0') >= 0) {
            throw Problem.badRequest("q", "expected 1 to %d characters to search for".formatted(LONGEST_QUERY));
        }
        var first = day("from", from);
        var last = day("to", to);
        if (first != null && last != null && first.isAfter(last)) {
            throw Problem.badRequest("to", "is before from; expected a day from %s on".formatted(first));
        }
        return new Search.Request(
                q.strip(),
                one("source", source, Search.Source.values(), Search.Source.LOCAL),
                new Search.Filter(checkedCategory(), checkedAuthor(), first, last),
                one("sort", sort, Search.Order.values(), Search.Order.RELEVANCE),
                reader(),
                number("offset", offset, 0, MOST, 0),
                number("limit", limit, 1, MOST, length));
    }

    private String checkedCategory() {
        if (isBlank(category)) {
            return null;
        }
        if (!CATEGORY.matcher(category.strip()).matches()) {
            throw Problem.badRequest("category", "expected a category like cs.IR or an archive like cs");
        }
        return category.strip();
    }

    private String checkedAuthor() {
        if (isBlank(author)) {
            return null;
        }
        if (author.length() > LONGEST_NAME || author.codePoints().noneMatch(Character::isLetter)) {
            throw Problem.badRequest("author", "expected a name of at most %d characters".formatted(LONGEST_NAME));
        }
        return author.strip();
    }

    private ReaderId reader() {
        return isBlank(user)
                ? null
                : ReaderId.parse(user)
                        .orElseThrow(() -> Problem.badRequest("user", "expected 1 to 128 visible characters"));
    }

    private static LocalDate day(String field, String value) {
        try {
            return isBlank(value) ? null : LocalDate.parse(value.strip());
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(field, "expected a day like 2025-07-01");
        }
    }

    private static int number(String field, String value, int least, int most, int otherwise) {
        try {
            int number = isBlank(value) ? otherwise : Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw Problem.badRequest(field, "must be from %d to %d".formatted(least, most));
    }

    private static <E extends Enum<E>> E one(String field, String value, E[] all, E otherwise) {
        if (isBlank(value)) {
            return otherwise;
        }
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(value.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        field,
                        "expected one of "
                                + Arrays.stream(all)
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
