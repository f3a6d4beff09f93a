package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What a feature is about, and the keys by which that is looked up. */
public enum Entity {
    READER("user_id"),
    ARTICLE("entry_id"),
    /** A reader and an article; its features are stored, or computed when the two meet. */
    READER_ARTICLE("user_id", "entry_id"),
    /** A reader and the articles whose primary category it is. */
    READER_CATEGORY("user_id", "category"),
    /** A reader and the articles that somebody wrote; of an article with very many authors the first ones count. */
    READER_AUTHOR("user_id", "author");

    private final List<String> joinKeys;

    Entity(String... joinKeys) {
        this.joinKeys = List.of(joinKeys);
    }

    public List<String> joinKeys() {
        return joinKeys;
    }

    /** Whether it is a reader together with something else. */
    boolean pair() {
        return joinKeys.size() > 1;
    }

    /** Whether a reader and an article are enough to know it by. */
    boolean known() {
        return this != READER_AUTHOR;
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
