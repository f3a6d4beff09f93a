package org.articlerecommender.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventType;

/** What a reader should not get again. */
class ReaderHistory {

    /** What says about an article that it is not wanted, or was enough. */
    static final Set<EventType> TELLING = Set.of(
            EventType.HIDE,
            EventType.UNHIDE,
            EventType.DISLIKE,
            EventType.UNDISLIKE,
            EventType.LIKE,
            EventType.SAVE,
            EventType.CLICK,
            EventType.EXPAND,
            EventType.IMPRESS);

    private static final Set<EventType> UNWANTED = Set.of(EventType.HIDE, EventType.DISLIKE);

    private final Set<ArticleId> gone = new HashSet<>();

    /**
     * @param events of one reader, newest first
     * @param keepActedOn for how long an article stays after the reader first did something with it
     * @param tiredAfter after how many showings without an action an article goes
     */
    ReaderHistory(Collection<Event> events, Instant now, Duration keepActedOn, int tiredAfter) {
        var takenBack = new HashSet<String>();
        var shown = new HashMap<ArticleId, Integer>();
        var acted = new HashMap<ArticleId, Instant>();
        for (var event : events) {
            var article = event.article();
            var takes = event.type().takesBack();
            if (takes.isPresent()) {
                takenBack.add(takes.get() + " " + article);
            } else if (UNWANTED.contains(event.type())) {
                if (!takenBack.contains(event.type() + " " + article)) {
                    gone.add(article);
                }
            } else if (event.type() == EventType.IMPRESS) {
                shown.merge(article, 1, Integer::sum);
            } else {
                acted.put(article, event.at());
            }
        }
        acted.forEach((article, first) -> {
            if (first.isBefore(now.minus(keepActedOn))) {
                gone.add(article);
            }
        });
        shown.forEach((article, times) -> {
            if (times >= tiredAfter && !acted.containsKey(article)) {
                gone.add(article);
            }
        });
    }

    Set<ArticleId> gone() {
        return gone;
    }
}
