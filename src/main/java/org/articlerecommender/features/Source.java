package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the values of a view come from.
 *
 * @param query the SELECT of a batch source, otherwise null
 */
public record Source(Kind kind, String query) {

    /** The kinds of sources. */
    public enum Kind {
        /** Computed from {@code events.event}. */
        EVENTS,
        /** Read by a SELECT, nightly. */
        SQL,
        /** Sent by other programs. */
        PUSH,
        /** Computed when it is asked for. */
        ON_DEMAND;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern SELECT = Pattern.compile("(?is)\\s*(select|with)\\b[^;]*");

    static Source read(YamlPart part, Entity entity) {
        if (part.scalar()) {
            boolean meets = entity == Entity.READER_ARTICLE;
            var kind = meets ? part.oneOf("push", "on-demand") : part.oneOf("push");
            return new Source(kind.equals("push") ? Kind.PUSH : Kind.ON_DEMAND, null);
        }
        part.only("table", "sql");
        if (part.find("sql").isEmpty()) {
            part.need("table").oneOf("events.event");
            return new Source(Kind.EVENTS, null);
        }
        var sql = part.need("sql");
        if (!SELECT.matcher(sql.text()).matches()) {
            throw sql.wrong("expected one SELECT without a semicolon");
        }
        return new Source(Kind.SQL, sql.text().strip());
    }

    @Override
    public String toString() {
        return kind == Kind.EVENTS ? "events.event" : kind.label();
    }
}
