package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What a feature is about, and the keys by which that is looked up. */
public enum Entity {
    READER("user_id"),
    ARTICLE("entry_id"),
    /** A pair; its features are computed when the two meet and stored nowhere. */
    READER_ARTICLE("user_id", "entry_id");

    private final List<String> joinKeys;

    Entity(String... joinKeys) {
        this.joinKeys = List.of(joinKeys);
    }

    public List<String> joinKeys() {
        return joinKeys;
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
