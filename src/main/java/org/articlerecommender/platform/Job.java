package org.articlerecommender.platform;

/**
 * One piece of background work. Every bean of this type is listed by {@link Jobs}, can be started by schedule, by hand
 * and by REST, and never runs twice at the same time, on one replica or on several.
 *
 * <p>A job is idempotent and resumable: it asks the stores what is missing and does that, so that a run cut off
 * anywhere loses nothing.
 */
public interface Job {

    /** The name in URLs, in the settings ({@code jobs.cron.NAME}) and in the run log, like {@code harvest}. */
    String name();

    /** What it does, in one sentence for the operator's page. */
    String purpose();

    /**
     * Does the work on the calling thread.
     *
     * @throws Exception when nothing useful could be done; its message becomes the sentence of the run
     */
    JobOutcome run(Progress progress) throws Exception;
}
