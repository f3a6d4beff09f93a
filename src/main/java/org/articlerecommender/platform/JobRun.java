package org.articlerecommender.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * One run of a job, going on or ended.
 *
 * @param trigger who started it
 * @param done steps taken
 * @param total steps expected, 0 when not known
 * @param sentence what it is doing while it runs, afterwards what it did or why it failed
 * @param finishedAt null while it runs
 */
public record JobRun(
        UUID id,
        String job,
        Trigger trigger,
        State state,
        Instant startedAt,
        Instant finishedAt,
        long done,
        long total,
        String sentence) {

    /** How a run stands. {@code LOST} is a run whose process ended before it did. */
    public enum State {
        RUNNING,
        DONE,
        WARNING,
        FAILED,
        LOST
    }

    /** What started a run. */
    public enum Trigger {
        SCHEDULE,
        START,
        HAND,
        CHAIN
    }
}
