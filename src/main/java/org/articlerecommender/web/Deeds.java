package org.articlerecommender.web;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.StoreUnavailable;
import org.articlerecommender.platform.TimeOrderedId;

/** What readers do with articles on the pages. Who has not said who they are leaves no trace. */
@Singleton
class Deeds {

    private static final int MOST = 5000;

    private final EventLog log;
    private final Clock clock;

    Deeds(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The reader looked at an article; they get to see it even when that cannot be recorded. */
    void looked(Optional<ReaderId> reader, EventType how, ArticleId article, UUID ranking) {
        try {
            reader.ifPresent(one -> log.record(List.of(now(one, how, article, ranking))));
        } catch (StoreUnavailable e) {
            Log.warnf("A look at %s was not recorded: %s", article, e.getMessage());
        }
    }

    /**
     * The reader said something of an article, or took it back.
     *
     * @throws StoreUnavailable if it could not be recorded, for the reader would believe that it is
     */
    void said(ReaderId reader, EventType what, ArticleId article, UUID ranking) {
        log.record(List.of(now(reader, what, article, ranking)));
    }

    /** What the reader has said of articles; nothing while that cannot be read. */
    Marks marks(Optional<ReaderId> reader) {
        try {
            return reader.map(one -> new Marks(log.of(one, Marks.TYPES, Instant.EPOCH, MOST)))
                    .orElse(Marks.NONE);
        } catch (StoreUnavailable e) {
            Log.warnf("A page is shown without what its reader said of articles: %s", e.getMessage());
            return Marks.NONE;
        }
    }

    private Event now(ReaderId reader, EventType type, ArticleId article, UUID ranking) {
        var now = clock.instant();
        return new Event(TimeOrderedId.at(now), reader, type, article, ranking, null, now);
    }
}
