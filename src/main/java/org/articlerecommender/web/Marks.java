package org.articlerecommender.web;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventType;

/** What a reader has said of articles (saved, liked, disliked, hidden) and not taken back since. */
class Marks {

    /** The types of events that say or take back something. */
    static final Set<EventType> TYPES = Collections.unmodifiableSet(marking());

    static final Marks NONE = new Marks(List.of());

    private final Map<ArticleId, Set<EventType>> byArticle = new HashMap<>();

    /** @param events of one reader, in any order */
    Marks(List<Event> events) {
        events.stream()
                .filter(event -> TYPES.contains(event.type()))
                .sorted(Comparator.comparing(Event::at))
                .forEach(event -> {
                    var marks = byArticle.computeIfAbsent(event.article(), id -> EnumSet.noneOf(EventType.class));
                    event.type().takesBack().ifPresentOrElse(marks::remove, () -> marks.add(event.type()));
                });
    }

    Set<EventType> of(ArticleId article) {
        return byArticle.getOrDefault(article, Set.of());
    }

    private static Set<EventType> marking() {
        var types = EnumSet.noneOf(EventType.class);
        for (var type : EventType.values()) {
            type.takesBack().ifPresent(taken -> {
                types.add(type);
                types.add(taken);
            });
        }
        return types;
    }
}
