package org.articlerecommender.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who reads: 1 to 128 visible characters, spaces only inside, as typed by the reader or sent by a program. */
public record ReaderId(@JsonValue String value) {

    static final String SHAPE_IN_WORDS = "a user id has 1 to 128 visible characters and no space at either end";

    private static final Pattern SHAPE = Pattern.compile("(?!\\s)[^\\p{Cntrl}\\p{Co}\\p{Cn}\\p{Cs}]{1,128}(?<!\\s)");

    @JsonCreator
    public ReaderId {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(SHAPE_IN_WORDS);
        }
    }

    /** The id in what was typed, without spaces around it; empty when there is none. */
    public static Optional<ReaderId> parse(String given) {
        if (given == null) {
            return Optional.empty();
        }
        var stripped = given.strip();
        return SHAPE.matcher(stripped).matches() ? Optional.of(new ReaderId(stripped)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
