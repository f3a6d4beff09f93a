package org.articlerecommender.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How searches are made, under {@code search.*}. */
@ConfigMapping(prefix = "search")
public interface SearchConfig {

    /** The length of a result when the caller does not say; the original's ten (SEED C8). */
    @WithDefault("10")
    @Min(1)
    @Max(200)
    int length();

    /** How many of arXiv's results are read and reranked; more find better ones and take longer to embed. */
    @WithDefault("30")
    @Min(1)
    @Max(200)
    int arxivResults();

    /** How often a replica looks for articles that others stored; its own can be found at once. */
    @WithDefault("3s")
    Duration refreshEvery();
}
