package org.articlerecommender.ranking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a reader may do with an article of a list; each is learned and foretold by itself. */
public enum Outcome {
    /** A detail view. */
    EXPAND,
    /** A click-out. */
    CLICK,
    /** A save or a like. */
    SAVE;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
