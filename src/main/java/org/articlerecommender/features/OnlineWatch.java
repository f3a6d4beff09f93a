package org.articlerecommender.features;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.platform.JobsConfig;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * Sees to it that Redis holds what it should: fills it when it is empty, of another version or missed something while it
 * was away, and catches up on an aggregation that did not run because the machine was off.
 */
@Singleton
class OnlineWatch {

    private static final Duration OVERDUE = Duration.ofHours(25);
    // Two machines' clocks differ
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final OnlineTable online;
    private final OnlineRebuild rebuild;
    private final Overdue overdue;

    OnlineWatch(OnlineTable online, OnlineRebuild rebuild, Overdue overdue) {
        this.online = online;
        this.rebuild = rebuild;
        this.overdue = overdue;
    }

    @Scheduled(every = "5s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void onSchedule() {
        try {
            if (fillIfNeeded() || overdue.now(OVERDUE)) {
                overdue.start();
            }
        } catch (StoreUnavailable e) {
            Log.debugf("Looking after Redis is put off: %s", e.getMessage());
        }
    }

    /** Whether what was stored is of another version, so that all of it has to be computed anew. */
    private boolean fillIfNeeded() {
        try {
            var filling = online.filling(rebuild.version());
            if (filling != OnlineTable.Filling.COMPLETE || !online.unwritten().isEmpty()) {
                Log.infof("Redis holds the current features of %d readers and articles again", rebuild.run(online));
            }
            return filling == OnlineTable.Filling.OF_ANOTHER_VERSION;
        } catch (OnlineStoreAway e) {
            return false;
        }
    }

    /** Whether the aggregation has not run for long, and the way to start it. */
    @Singleton
    static class Overdue {

        private final Jobs jobs;
        private final JobsConfig config;
        private final Clock clock;

        Overdue(Jobs jobs, JobsConfig config, Clock clock) {
            this.jobs = jobs;
            this.config = config;
            this.clock = clock;
        }

        boolean now(Duration after) {
            var now = clock.instant();
            // a run that lies ahead was dated by a clock that has been set back since, and says nothing
            return jobs.runs(AggregateJob.NAME, 1).stream()
                    .map(JobRun::startedAt)
                    .allMatch(started -> started.isBefore(now.minus(after)) || started.isAfter(now.plus(AHEAD)));
        }

        /** Starts it, unless the operator has switched its schedule off. */
        void start() {
            if (!config.cron().getOrDefault(AggregateJob.NAME, "off").equals("off")) {
                jobs.start(AggregateJob.NAME, JobRun.Trigger.START);
            }
        }
    }
}
