package org.articlerecommender.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.articlerecommender.catalog.ArticleId;

/**
 * One line of the original's log (SEED E1, E2): {@code YYYY-MM-DD HH:MM:SS,mmm - INFO - {json}}, the time taken as UTC.
 *
 * @param result the article as it was logged, versioned address and all, or null
 * @param query what was searched for, or null
 */
record SeedLogLine(Instant at, ReaderId user, EventType action, String result, ArticleId article, String query) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2},\\d{3}) - [A-Z]+ - (\\{.*})\\s*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException that says what is wrong with the line */
    static SeedLogLine parse(String line) {
        var form = FORM.matcher(line);
        if (!form.matches()) {
            throw new IllegalArgumentException("expected YYYY-MM-DD HH:MM:SS,mmm - INFO - {json}");
        }
        var json = json(form.group(2));
        var user = ReaderId.parse(text(json, "user_id"))
                .orElseThrow(() -> new IllegalArgumentException("user_id: " + ReaderId.SHAPE_IN_WORDS));
        var action = EventType.of(text(json, "action"));
        var result = text(json, "result");
        var query = text(json, "query");
        if (result == null && action.aboutArticle()) {
            throw new IllegalArgumentException("result: needed for " + action.label());
        }
        return new SeedLogLine(
                time(form.group(1)), user, action, result, result == null ? null : ArticleId.of(result), query);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Instant time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no such time: " + text, e);
        }
    }

    private static String text(JsonNode json, String field) {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().indexOf('\0') >= 0) {
            throw new IllegalArgumentException(field + ": expected a text");
        }
        return value.textValue();
    }
}
