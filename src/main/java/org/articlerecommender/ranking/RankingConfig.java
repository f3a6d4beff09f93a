package org.articlerecommender.ranking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** How readers' interests are learned and what one request may carry, under {@code ranking.*}. */
@ConfigMapping(prefix = "ranking")
public interface RankingConfig {

    /** After this time something liked counts half as much as something liked today. */
    @WithDefault("P120D")
    Duration halfLife();

    /** What counts of something liked long ago, beside 1 for today; above 0, an old interest is never quite forgotten. */
    @WithDefault("0.05")
    double leastWeight();

    /** How many of the newest articles interests are learned against. More takes longer and hardly changes the order. */
    @WithDefault("2000")
    @Min(0)
    @Max(20000)
    int background();

    /** How many of a reader's newest actions count. */
    @WithDefault("4000")
    @Positive
    int actions();

    /** How many readers' interests are kept in memory, each at about 0.6 MB when they liked much. */
    @WithDefault("500")
    @Positive
    int rememberedReaders();

    /** How long a replica may rank by an interest or a model that another replica has changed since. */
    @WithDefault("3s")
    Duration refreshEvery();

    /** Most candidates, liked, disliked or documents of one request; a longer list is refused rather than cut. */
    @WithDefault("10000")
    @Positive
    int mostArticles();
}
