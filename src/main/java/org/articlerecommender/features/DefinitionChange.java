package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One difference between the files and what is applied.
 *
 * @param object {@code view}, {@code feature} or {@code service}
 * @param before what is applied, null when nothing is
 * @param after what the files say, null when they say nothing
 * @param safe whether nothing that is served or stored today changes by it
 * @param data what it does to stored values, in a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DefinitionChange(
        Kind kind, String object, String name, String before, String after, boolean safe, String data) {

    /** What happens to a definition. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED,
        /** Its column is gone or of another type, and is made anew. */
        REPAIRED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
