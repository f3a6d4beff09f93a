package org.articlerecommender.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/**
 * One line of an import.
 *
 * <p>Only {@code id} and {@code title} are required. A missing date is taken from another one, in the end from the month
 * in the id, so that every article has its place in time.
 */
class ImportLine {

    // PostgreSQL cannot index a text of a megabyte by its words
    static final int LONGEST_TITLE = 2_000;
    static final int LONGEST_TEXT = 100_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Pattern CATEGORY = Pattern.compile("[A-Za-z][A-Za-z.-]{0,39}");

    private final JsonNode line;

    ImportLine(JsonNode line) {
        this.line = line;
    }

    /** The article it describes; dated, if need be, no later than {@code today}. */
    Article article(LocalDate today) throws BadLine {
        if (!line.isObject()) {
            throw new BadLine("line", "expected one JSON object, an article a line");
        }
        var given = text("id", 200);
        var id = ArticleId.parseVersioned(given)
                .orElseThrow(() -> new BadLine("id", "expected an arXiv id like 2503.01234 or hep-th/9901001"));
        var title = text("title", LONGEST_TITLE);
        if (title == null) {
            throw new BadLine("title", "is required");
        }
        var summary = text("abstract", LONGEST_TEXT);
        var comment = text("comment", LONGEST_TEXT);
        var categories = categories();
        var announced = moment("announced");
        var updated = moment("updated");
        var published = first(moment("published"), announced, updated, month(id.id()));
        return new Article(
                id.id(),
                version(id.version().orElse(1)),
                title,
                summary == null ? "" : summary,
                names("authors"),
                categories,
                categories.isEmpty() ? "" : categories.get(0),
                published,
                first(updated, published),
                announced == null
                        ? AnnouncementDay.of(published, today)
                        : announced.atOffset(ZoneOffset.UTC).toLocalDate(),
                comment,
                text("journal_ref", LONGEST_TEXT),
                text("doi", LONGEST_TITLE),
                line.path("withdrawn").asBoolean(false) || Withdrawal.announcedIn(summary, comment),
                false);
    }

    private String text(String field, int longest) throws BadLine {
        var node = line.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw new BadLine(field, "expected a text");
        }
        return CleanText.foldOrNull(atMost(node.textValue(), longest, field));
    }

    static String atMost(String text, int longest, String field) throws BadLine {
        if (text.length() > longest) {
            throw new BadLine(field, "at most %,d characters".formatted(longest));
        }
        return text;
    }

    // A list, or one text: "A. Author, B. Author and C. Author"
    private List<String> names(String field) throws BadLine {
        var node = line.path(field);
        return node.isTextual() ? split(node.textValue()) : clean(texts(field));
    }

    static List<String> split(String text) {
        return clean(List.of(text.split(text.contains(";") ? ";" : ",\\s+and\\s+|,|\\s+and\\s+")));
    }

    private List<String> texts(String field) throws BadLine {
        var node = line.path(field);
        var found = new ArrayList<String>();
        if (node.isMissingNode() || node.isNull()) {
            return found;
        }
        if (!node.isArray()) {
            throw new BadLine(field, "expected a list of texts, or one text");
        }
        for (var one : node) {
            if (!one.isTextual()) {
                throw new BadLine(field, "expected a list of texts, or one text");
            }
            found.add(one.textValue());
        }
        return found;
    }

    // The primary one first, whether it is named apart, in the list, or both
    private List<String> categories() throws BadLine {
        var node = line.path("categories");
        var listed = node.isTextual() ? List.of(node.textValue().split("[\\s,;]+")) : texts("categories");
        var all = new ArrayList<String>();
        var primary = text("primary_category", 60);
        if (primary != null) {
            all.add(primary);
        }
        for (var one : clean(listed)) {
            if (!all.contains(one)) {
                all.add(one);
            }
        }
        for (var one : all) {
            if (!CATEGORY.matcher(one).matches()) {
                throw new BadLine("categories", "expected categories like cs.IR or hep-th");
            }
        }
        return all;
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream()
                .map(CleanText::fold)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private int version(int inId) throws BadLine {
        var node = line.path("version");
        if (node.isMissingNode() || node.isNull()) {
            return Math.max(1, inId);
        }
        var digits = node.asText().replaceFirst("^v", "");
        if (!digits.matches("[1-9]\\d{0,3}")) {
            throw new BadLine("version", "expected a whole number from 1, or a text like v2");
        }
        return Integer.parseInt(digits);
    }

    private Instant moment(String field) throws BadLine {
        var text = text(field, 60);
        if (text == null) {
            return null;
        }
        try {
            var moment = parse(text);
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return moment;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new BadLine(field, "expected a day like 2025-07-01 or a moment like 2025-07-01T06:00:00Z");
    }

    private static Instant parse(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        var iso = text.replace(' ', 'T');
        return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    // 2503.01234 is of March 2025, hep-th/9901001 of January 1999
    static Instant month(ArticleId id) {
        var digits = id.value().substring(id.value().indexOf('/') + 1);
        int year = Integer.parseInt(digits.substring(0, 2));
        int month = Math.min(12, Math.max(1, Integer.parseInt(digits.substring(2, 4))));
        return LocalDate.of(year > 90 ? 1900 + year : 2000 + year, month, 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Instant first(Instant... moments) {
        for (var moment : moments) {
            if (moment != null) {
                return moment;
            }
        }
        throw new IllegalArgumentException("no moment given");
    }
}
