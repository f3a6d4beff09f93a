package org.articlerecommender.interest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventType;

/** What stands after every word that was taken back, and after later words on the same article. */
record Opinions(Map<ArticleId, Event> liked, Set<ArticleId> disliked) {

    private static final Map<EventType, Double> LIKING = Map.of(
            EventType.LIKE, 1.0,
            EventType.SAVE, 1.0,
            EventType.SHARE, 1.0,
            EventType.CLICK, 0.7,
            EventType.EXPAND, 0.5);
    private static final Set<EventType> DISLIKING = Set.of(EventType.DISLIKE, EventType.HIDE);

    /** @param events newest first */
    static Opinions of(List<Event> events) {
        var takenBack = new HashSet<String>();
        var liked = new LinkedHashMap<ArticleId, Event>();
        var disliked = new HashSet<ArticleId>();
        var forgotten = new HashSet<ArticleId>();
        for (var event : events) {
            event.type().takesBack().ifPresent(type -> takenBack.add(event.article() + type.label()));
            if (takenBack.contains(event.article() + event.type().label()) || forgotten.contains(event.article())) {
                continue;
            }
            if (event.type() == EventType.FORGET) {
                forgotten.add(event.article());
            } else if (DISLIKING.contains(event.type())) {
                if (!liked.containsKey(event.article())) {
                    disliked.add(event.article());
                }
            } else if (LIKING.containsKey(event.type()) && !disliked.contains(event.article())) {
                // the strongest word on an article counts, of equal ones the newest
                liked.merge(
                        event.article(),
                        event,
                        (newer, older) -> LIKING.get(older.type()) > LIKING.get(newer.type()) ? older : newer);
            }
        }
        return new Opinions(liked, disliked);
    }

    List<ArticleId> articles() {
        var all = new ArrayList<>(liked.keySet());
        all.addAll(disliked);
        return all;
    }

    /** How much it says for an article that the reader did this to it. */
    static double strength(Event liked) {
        return LIKING.get(liked.type());
    }
}
