package org.articlerecommender.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reader can do. The names in lower case are those of the API, of the log and of feature definitions. */
public enum EventType {
    /** A list was answered. */
    RECOMMENDATIONS(false),
    SEARCH(false),
    /** An article was rendered in a list. */
    IMPRESS(true),
    /** The details of an article were opened: a detail view. */
    EXPAND(true),
    /** The reader went on to arXiv: a click-out. */
    CLICK(true),
    SAVE(true),
    LIKE(true),
    DISLIKE(true),
    /** The article should not be shown again. */
    HIDE(true),
    SHARE(true),
    DWELL(true),
    /** Takes back what the reader said before; the newest of the two counts. */
    UNSAVE(true),
    UNLIKE(true),
    UNDISLIKE(true),
    UNHIDE(true),
    /** What the reader did to the article before no longer counts for what they are interested in. */
    FORGET(true),
    UNFORGET(true);

    private final boolean aboutArticle;

    EventType(boolean aboutArticle) {
        this.aboutArticle = aboutArticle;
    }

    /** Whether an event of this type must name an article. */
    public boolean aboutArticle() {
        return aboutArticle;
    }

    /** The type that an event of this type takes back, if it takes one back. */
    public Optional<EventType> takesBack() {
        return label().startsWith("un") ? parse(label().substring(2)) : Optional.empty();
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EventType> parse(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }

    /** @throws IllegalArgumentException with the list of known types for the sender */
    @JsonCreator
    public static EventType of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + Arrays.stream(values()).map(EventType::label).collect(Collectors.joining(", "))));
    }
}
