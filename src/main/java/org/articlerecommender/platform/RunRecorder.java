package org.articlerecommender.platform;

import io.quarkus.logging.Log;
import java.time.Clock;
import java.time.Instant;

/** Keeps the record of one run as it goes: in memory at every step, in the table at most once a second. */
class RunRecorder implements Progress {

    private static final long WRITE_EVERY_MS = 1000;

    private final JobRunTable table;
    private final Clock clock;
    private volatile JobRun run;
    private long writtenAt;
    private boolean written;

    RunRecorder(JobRunTable table, Clock clock, JobRun run) {
        this.table = table;
        this.clock = clock;
        this.run = run;
    }

    JobRun run() {
        return run;
    }

    @Override
    public synchronized void at(long done, long total, String doing) {
        change(JobRun.State.RUNNING, null, done, total, doing);
        long now = clock.millis();
        if (now - writtenAt >= WRITE_EVERY_MS) {
            writtenAt = now;
            write();
        }
    }

    /** The last word; written even when the database was away during the run, now or by {@link #isOver}. */
    synchronized JobRun end(JobRun.State state, String sentence) {
        change(state, clock.instant(), run.done(), run.total(), sentence);
        write();
        return run;
    }

    /** Whether the run has ended and its last word is written, which is tried again here if it failed. */
    synchronized boolean isOver() {
        if (run.finishedAt() == null) {
            return false;
        }
        if (!written) {
            write();
        }
        return written;
    }

    private void change(JobRun.State state, Instant finishedAt, long done, long total, String sentence) {
        run = new JobRun(run.id(), run.job(), run.trigger(), state, run.startedAt(), finishedAt, done, total, sentence);
    }

    private void write() {
        written = false;
        try {
            table.save(run);
            written = true;
        } catch (StoreUnavailable e) {
            Log.debugf("The run of %s goes on without its record: %s", run.job(), e.getMessage());
        }
    }
}
