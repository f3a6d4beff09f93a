package org.articlerecommender.ingestion;

import java.time.Duration;

/** The turn to ask arXiv that all replicas share. */
interface SharedPace {

    /**
     * Takes the turn if it is free, for at most the given time if it is not given back.
     *
     * @return zero when taken, otherwise how long it is at least until it is free
     */
    Duration claim(boolean search, Duration lease);

    /** Gives the turn back; nobody takes it before the pause is over. */
    void release(Duration pause);
}
