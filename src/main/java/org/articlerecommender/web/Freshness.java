package org.articlerecommender.web;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.articlerecommender.catalog.ArticleFilter;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.ingestion.IngestionState;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.StoreUnavailable;

/** How many articles there are, how new, and whether they are invented; at most some seconds old. */
@Singleton
public class Freshness {

    private static final Duration KEPT = Duration.ofSeconds(2);

    // asking a store that is away takes seconds, and every page asks
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** @param ingestion null while nothing is known, because no store ever answered */
    public record State(IngestionState.Freshness ingestion, long articles) {

        public boolean sample() {
            return ingestion != null && ingestion.sample();
        }

        public boolean empty() {
            return ingestion != null && ingestion.empty();
        }

        /** The harvest while readers have to wait for it: there are no real articles yet. */
        public JobRun firstHarvest() {
            return ingestion != null && ingestion.harvesting() && ingestion.lastHarvest() == null
                    ? ingestion.harvest()
                    : null;
        }
    }

    private final IngestionState ingestion;
    private final Catalog catalog;
    private final Clock clock;
    private volatile State state = new State(null, 0);
    private volatile Instant readAgainAt = Instant.EPOCH;

    Freshness(IngestionState ingestion, Catalog catalog, Clock clock) {
        this.ingestion = ingestion;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Never throws: a page that reports a store's failure shows this too. */
    public State state() {
        var now = clock.instant();
        if (!now.isBefore(readAgainAt)) {
            // the others go on with what is known while this one reads
            readAgainAt = now.plus(PAUSE);
            try {
                state = new State(ingestion.now(), catalog.count(ArticleFilter.ALL));
                readAgainAt = now.plus(KEPT);
            } catch (StoreUnavailable e) {
                Log.debugf("The page shows the freshness it knew: %s", e.getMessage());
            }
        }
        return state;
    }
}
