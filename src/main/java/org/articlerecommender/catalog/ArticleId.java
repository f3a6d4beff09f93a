package org.articlerecommender.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * arXiv's id of a paper without its version, as in {@code 2503.01234} or {@code hep-th/9901001}.
 *
 * <p>The constructor takes only this form. At the edges of the application {@link #parse} also takes a version, an
 * {@code arXiv:} prefix and the address of an abstract, PDF or HTML page.
 */
public record ArticleId(@JsonValue String value) implements Comparable<ArticleId> {

    private static final String BASE = "\\d{4}\\.\\d{4,5}|[a-z][a-z-]*(?:\\.[A-Z]{2})?/\\d{7}";
    private static final Pattern SHAPE = Pattern.compile(BASE);
    private static final Pattern GIVEN = Pattern.compile(
            "(?:(?:https?://)?(?:[a-z]+\\.)?arxiv\\.org/(?:abs|pdf|html)/|arxiv:|oai:arxiv\\.org:)?"
                    + "(?<id>\\d{4}\\.\\d{4,5}|[a-z][a-z-]*(?:\\.[a-z]{2})?/\\d{7})(?:v(?<version>\\d{1,4}))?"
                    + "(?:\\.pdf)?(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);

    public ArticleId {
        if (value == null || !isNumber(value) && !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(complaint(value));
        }
    }

    // most ids by far are of this form, and every row that a search looks at makes one
    private static boolean isNumber(String value) {
        int length = value.length();
        if (length < 9 || length > 10 || value.charAt(4) != '.') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char letter = value.charAt(i);
            if (i != 4 && (letter < '0' || letter > '9')) {
                return false;
            }
        }
        return true;
    }

    /** An id together with the version it was given with, if any. */
    public record Versioned(ArticleId id, OptionalInt version) {}

    /** The id in any form that people and programs paste; empty when there is none in it. */
    public static Optional<ArticleId> parse(String given) {
        return parseVersioned(given).map(Versioned::id);
    }

    /** Like {@link #parse}, and keeps the version. */
    public static Optional<Versioned> parseVersioned(String given) {
        if (given == null || given.length() > 200) {
            return Optional.empty();
        }
        var match = GIVEN.matcher(given.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var version = match.group("version");
        return Optional.of(new Versioned(
                new ArticleId(canonical(match.group("id"))),
                version == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(version))));
    }

    /**
     * The id in any form, for JSON bodies.
     *
     * @throws IllegalArgumentException with a message for the sender when there is no id in it
     */
    @JsonCreator
    public static ArticleId of(String given) {
        return parse(given).orElseThrow(() -> new IllegalArgumentException(complaint(given)));
    }

    // arXiv writes archives in lower case and subject classes in upper case: math.GT/0309136
    private static String canonical(String id) {
        int slash = id.indexOf('/');
        if (slash < 0) {
            return id;
        }
        var archive = id.substring(0, slash);
        int dot = archive.indexOf('.');
        return dot < 0
                ? archive.toLowerCase(Locale.ROOT) + id.substring(slash)
                : archive.substring(0, dot).toLowerCase(Locale.ROOT)
                        + archive.substring(dot).toUpperCase(Locale.ROOT)
                        + id.substring(slash);
    }

    private static String complaint(String given) {
        var shown = given == null ? "null" : '"' + (given.length() > 60 ? given.substring(0, 60) + "…" : given) + '"';
        return shown + " is not an arXiv id; expected one like 2503.01234 or hep-th/9901001";
    }

    // A string of digits hashes to few values of its lower bits, and maps of articles would become lists
    @Override
    public int hashCode() {
        int mixed = value.hashCode() * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
