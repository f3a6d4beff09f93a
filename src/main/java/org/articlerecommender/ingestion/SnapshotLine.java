package org.articlerecommender.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/**
 * One line of arXiv's public snapshot of all metadata, with the defects it is known for: titles over several lines, ids
 * that became numbers and lost their zeros, versions without dates, and fields that are missing.
 */
final class SnapshotLine {

    private final JsonNode line;

    private SnapshotLine(JsonNode line) {
        this.line = line;
    }

    /** The line, if it is one of the snapshot and not one in the project's own form. */
    static Optional<SnapshotLine> of(JsonNode line) {
        boolean its = line.has("versions") || line.has("update_date") || line.has("authors_parsed");
        return its ? Optional.of(new SnapshotLine(line)) : Optional.empty();
    }

    Article article(LocalDate today) throws BadLine {
        var id = ArticleId.parse(id())
                .orElseThrow(() -> new BadLine("id", "expected an arXiv id like 2503.01234 or hep-th/9901001"));
        var title = text("title");
        if (title == null) {
            throw new BadLine("title", "is required");
        }
        var versions = line.path("versions");
        var summary = text("abstract");
        var comment = text("comments");
        var categories = categories();
        var changed = day(text("update_date"));
        var published = moment(versions.path(0)).orElseGet(() -> ImportLine.month(id));
        var updated = moment(versions.path(versions.size() - 1))
                .or(() -> changed)
                .filter(moment -> !moment.isBefore(published))
                .orElse(published);
        return new Article(
                id,
                version(versions),
                ImportLine.atMost(title, ImportLine.LONGEST_TITLE, "title"),
                summary == null ? "" : ImportLine.atMost(summary, ImportLine.LONGEST_TEXT, "abstract"),
                authors(),
                categories,
                categories.isEmpty() ? "" : categories.get(0),
                published,
                updated,
                AnnouncementDay.of(published, today),
                comment == null ? null : ImportLine.atMost(comment, ImportLine.LONGEST_TEXT, "comments"),
                text("journal-ref"),
                text("doi"),
                Withdrawal.announcedIn(summary, comment),
                false);
    }

    // As a number, 0704.0010 has become 704.001; how many digits it had follows from its month
    private String id() {
        var node = line.path("id");
        var given = node.isNumber() ? node.decimalValue().toPlainString() : node.asText("");
        if (!given.matches("\\d{3,4}\\.\\d{1,5}")) {
            return given;
        }
        int dot = given.indexOf('.');
        var month = "0".repeat(4 - dot) + given.substring(0, dot);
        int digits = month.compareTo("1501") < 0 ? 4 : 5;
        var number = given.substring(dot + 1);
        return month + "." + number + "0".repeat(Math.max(0, digits - number.length()));
    }

    private static int version(JsonNode versions) {
        var last = versions.path(versions.size() - 1).path("version").asText("");
        return last.matches("v[1-9]\\d{0,3}") ? Integer.parseInt(last.substring(1)) : Math.max(1, versions.size());
    }

    private List<String> authors() {
        var names = new ArrayList<String>();
        for (var parts : line.path("authors_parsed")) {
            var name = CleanText.foldOrNull(String.join(
                    " ",
                    parts.path(1).asText(""),
                    parts.path(0).asText(""),
                    parts.path(2).asText("")));
            if (name != null) {
                names.add(name);
            }
        }
        var text = text("authors");
        return names.isEmpty() && text != null ? ImportLine.split(text) : names;
    }

    private List<String> categories() {
        var text = text("categories");
        return text == null
                ? List.of()
                : List.of(text.split(" ")).stream().distinct().toList();
    }

    private String text(String field) {
        var node = line.path(field);
        return node.isTextual() ? CleanText.foldOrNull(node.textValue()) : null;
    }

    private static Optional<Instant> moment(JsonNode version) {
        var text = version.path("created").asText("");
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return day(text);
        }
    }

    private static Optional<Instant> day(String text) {
        try {
            return text == null || text.length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, 10))
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
