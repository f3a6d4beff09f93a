package org.articlerecommender.ingestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.platform.StoreUnavailable;

/** Tells how fresh the catalog is, for every page to show. */
@ApplicationScoped
public class IngestionState {

    /**
     * How the catalog stands.
     *
     * @param empty whether there is no article at all
     * @param sample whether what is shown are the invented articles that ship with the product
     * @param asked whether arXiv is asked at all, and not left alone by configuration
     * @param newest the newest announcement day; null when empty
     * @param lastHarvest when arXiv was last asked for everything that was wanted; null before the first time
     * @param harvest the newest run of the harvest, going on or ended; null before the first
     */
    public record Freshness(
            boolean empty, boolean sample, boolean asked, LocalDate newest, Instant lastHarvest, JobRun harvest) {

        /** Whether a harvest goes on; {@code harvest} then says how far it is. */
        public boolean harvesting() {
            return harvest != null && harvest.state() == JobRun.State.RUNNING;
        }
    }

    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private record Known(Freshness freshness, Instant at) {}

    private final Intake intake;
    private final HarvestMarks marks;
    private final Jobs jobs;
    private final IngestionConfig config;
    private final Clock clock;
    private volatile Known known;

    IngestionState(Intake intake, HarvestMarks marks, Jobs jobs, IngestionConfig config, Clock clock) {
        this.intake = intake;
        this.marks = marks;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The state, at most two seconds old, or the last one known while PostgreSQL is away.
     *
     * @throws StoreUnavailable if PostgreSQL is away and nothing is known yet
     */
    public Freshness now() {
        var last = known;
        var now = clock.instant();
        if (last != null && Duration.between(last.at, now).compareTo(GOOD_FOR) < 0) {
            return last.freshness;
        }
        try {
            var fresh = read();
            known = new Known(fresh, now);
            return fresh;
        } catch (StoreUnavailable e) {
            if (last == null) {
                throw e;
            }
            known = new Known(last.freshness, now);
            return last.freshness;
        }
    }

    private Freshness read() {
        var newest = intake.newest();
        return new Freshness(
                newest.isEmpty(),
                newest.map(Article::sample).orElse(false),
                !config.sampleOnly(),
                newest.map(Article::announced).orElse(null),
                marks.lastHarvest().orElse(null),
                jobs.runs(Harvest.NAME, 1).stream().findFirst().orElse(null));
    }
}
