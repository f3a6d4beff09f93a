package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.articlerecommender.platform.StoreUnavailable;

/** Fills Redis from the history in PostgreSQL; the values are the same as before, moment by moment. */
@ApplicationScoped
class OnlineRebuild {

    private static final int AT_ONCE = 500;

    private final FeatureDefinitions definitions;
    private final HistoryTable history;
    private final Vectors vectors;
    private final Clock clock;
    // asked for by every read
    private volatile Version last;

    OnlineRebuild(FeatureDefinitions definitions, HistoryTable history, Vectors vectors, Clock clock) {
        this.definitions = definitions;
        this.history = history;
        this.vectors = vectors;
        this.clock = clock;
    }

    /**
     * Writes the newest unexpired values of everyone and everything.
     *
     * @return how many that were
     */
    long run(OnlineTable online) throws OnlineStoreAway {
        var lacking = online.unwritten();
        long written = 0;
        for (var view : definitions.views()) {
            if (view.stored() && view.online()) {
                written += run(online, view);
            }
        }
        online.settle(lacking);
        online.mark(version());
        return written;
    }

    private long run(OnlineTable online, FeatureView view) throws OnlineStoreAway {
        var model = vectors.model();
        var written = new AtomicLong();
        try {
            history.pages(view, model, clock.instant(), Instant.EPOCH, AT_ONCE, rows -> {
                online.write(view, view.schema(model), rows);
                written.addAndGet(rows.size());
            });
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the history of " + view.name(), e);
        }
        return written.get();
    }

    /** What Redis is marked with once it holds everything; another model or other definitions ask for a new filling. */
    String version() {
        var model = vectors.model();
        var now = definitions.snapshot();
        var known = last;
        if (known == null
                || !known.revision().equals(now.revision())
                || !known.model().equals(model)) {
            var schemas = now.views().stream()
                    .filter(view -> view.stored() && view.online())
                    .map(view -> view.name() + "=" + view.schema(model))
                    .collect(Collectors.joining(" "));
            known = new Version(now.revision(), model, DefinitionFile.hash(schemas));
            last = known;
        }
        return known.hash();
    }

    /** Whether {@link #version} was asked for before: the first time may have to open the embedding model. */
    boolean ready() {
        return last != null;
    }

    private record Version(String revision, String model, String hash) {}
}
