package org.articlerecommender.web;

import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Revisions;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.NoticesSeen;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.StoreUnavailable;

/** The new versions of what the reader of this page saved and has not put away yet, newest first. */
@Named("notices")
@RequestScoped
@Unremovable
public class Notices {

    private static final int SAVED = 2000;
    private static final int SHOWN = 5;

    private final EventLog log;
    private final Revisions revisions;
    private final NoticesSeen seen;
    private final Frame frame;

    Notices(EventLog log, Revisions revisions, NoticesSeen seen, Frame frame) {
        this.log = log;
        this.revisions = revisions;
        this.seen = seen;
        this.frame = frame;
    }

    /** At most five; none while that cannot be read. */
    public List<Notice> current() {
        return frame.reader().map(reader -> of(reader, saved(reader))).orElse(List.of()).stream()
                .limit(SHOWN)
                .toList();
    }

    /** The notice about one article, or null. */
    public Notice about(ArticleId article) {
        return frame.reader()
                .map(reader -> {
                    var one = new HashMap<>(saved(reader));
                    one.keySet().retainAll(Set.of(article));
                    return of(reader, one).stream().findFirst().orElse(null);
                })
                .orElse(null);
    }

    private List<Notice> of(ReaderId reader, Map<ArticleId, Instant> saved) {
        try {
            var newer = revisions.since(saved);
            var away = newer.isEmpty() ? Map.<ArticleId, Integer>of() : seen.of(reader);
            return newer.stream()
                    .filter(one ->
                            away.getOrDefault(one.now().id(), 0) < one.now().version())
                    .sorted(Comparator.comparing(one -> one.now().updated(), Comparator.reverseOrder()))
                    .map(Notice::of)
                    .toList();
        } catch (StoreUnavailable e) {
            Log.debugf("A page is shown without its notices: %s", e.getMessage());
            return List.of();
        }
    }

    // When each article that is saved now was saved last
    private Map<ArticleId, Instant> saved(ReaderId reader) {
        try {
            var last = new HashMap<ArticleId, Event>();
            log.of(reader, Set.of(EventType.SAVE, EventType.UNSAVE), Instant.EPOCH, SAVED)
                    .forEach(event -> last.merge(
                            event.article(), event, (one, other) -> one.at().isBefore(other.at()) ? other : one));
            var saved = new HashMap<ArticleId, Instant>();
            last.forEach((article, event) -> {
                if (event.type() == EventType.SAVE) {
                    saved.put(article, event.at());
                }
            });
            return saved;
        } catch (StoreUnavailable e) {
            return Map.of();
        }
    }
}
