package org.articlerecommender.ranking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** How models are followed and what one request may carry, under {@code ranking.*}. */
@ConfigMapping(prefix = "ranking")
public interface RankingConfig {

    /** How long a replica may rank by a model that another replica has changed since. */
    @WithDefault("3s")
    Duration refreshEvery();

    /** Most candidates, liked, disliked or documents of one request; a longer list is refused rather than cut. */
    @WithDefault("10000")
    @Positive
    int mostArticles();
}
