package org.articlerecommender.web;

import java.util.Map;
import java.util.Optional;
import org.articlerecommender.events.EventType;

/** What a button under an article says of it: a type of event, and the words for it. */
record Opinion(EventType type) {

    private static final Map<EventType, String> SENTENCES = Map.of(
            EventType.SAVE, "Saved",
            EventType.LIKE, "Liked: there will be more like it",
            EventType.DISLIKE, "Not for you: there will be less like it",
            EventType.HIDE, "Hidden: it will not be shown again",
            EventType.FORGET, "No longer counts for what you are shown");

    /** The opinion that a form sent or an address holds. */
    static Optional<Opinion> parse(String label) {
        return label == null
                ? Optional.empty()
                : EventType.parse(label).filter(Marks.TYPES::contains).map(Opinion::new);
    }

    String sentence() {
        return SENTENCES.getOrDefault(type, "Taken back");
    }

    /** The label that takes it back; null for a taking back. */
    String undo() {
        return type.takesBack().isPresent() ? null : "un" + type.label();
    }
}
