package org.articlerecommender.ingestion;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.platform.StoreUnavailable;

/** Starts what is due: a harvest when the last one is too long ago, an import or embedding that was cut off. */
@Singleton
class CatchUp {

    private static final List<String> OTHERS = List.of(FeedJob.NAME, OaiJob.NAME);

    private static final String EMBED = "embed";

    private final Jobs jobs;
    private final HarvestMarks marks;
    private final Intake intake;
    private final IngestionConfig config;
    private final BulkImport bulk;
    private final Clock clock;

    CatchUp(Jobs jobs, HarvestMarks marks, Intake intake, IngestionConfig config, BulkImport bulk, Clock clock) {
        this.jobs = jobs;
        this.marks = marks;
        this.intake = intake;
        this.config = config;
        this.bulk = bulk;
        this.clock = clock;
    }

    // Runs at start for the first time
    @Scheduled(
            identity = "catch-up",
            every = "${ingestion.retry-every:15m}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            if (config.atStart() && bulk.due()) {
                jobs.start(BulkImport.NAME, JobRun.Trigger.START);
            }
            if (config.atStart() && wasCutOff(EMBED)) {
                jobs.start(EMBED, JobRun.Trigger.START);
            }
            if (config.atStart() && due()) {
                jobs.start(Harvest.NAME, JobRun.Trigger.START);
            } else if (config.atStart() && !config.sampleOnly()) {
                // not beside the first harvest, for which a reader waits
                OTHERS.stream().filter(this::neverRan).forEach(job -> jobs.start(job, JobRun.Trigger.START));
            }
        } catch (StoreUnavailable e) {
            Log.warnf("Whether a harvest is due cannot be told: %s", e.getMessage());
        }
    }

    // One that still goes on is not started twice
    boolean wasCutOff(String job) {
        return jobs.runs(job, 1).stream()
                .anyMatch(run -> run.state() != JobRun.State.DONE && run.state() != JobRun.State.WARNING);
    }

    private boolean neverRan(String job) {
        return jobs.runs(job, 1).isEmpty();
    }

    boolean due() {
        if (config.sampleOnly()) {
            // the sample's dates are relative to today
            return !intake.hasReal() && !intake.sampleIsCurrent();
        }
        return marks.lastHarvest()
                // a harvest in the future was one before the clock was set back
                .map(at -> at.plus(config.staleAfter()).isBefore(clock.instant()) || at.isAfter(clock.instant()))
                .orElse(true);
    }
}
