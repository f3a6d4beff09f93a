package org.articlerecommender.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When articles are brought in, under {@code ingestion.*}. */
@ConfigMapping(prefix = "ingestion")
public interface IngestionConfig {

    /**
     * Whether a harvest begins at start and when the last one is older than {@link #staleAfter}. Without it only the
     * schedule and people start one.
     */
    @WithDefault("true")
    boolean atStart();

    /** How old the last successful harvest may be before a missed one is caught up with. */
    @WithDefault("20h")
    Duration staleAfter();

    /** Whether the sample articles are shown and arXiv is never asked, for demonstrations without a network. */
    @WithDefault("false")
    boolean sampleOnly();
}
