package org.articlerecommender.interest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** How readers' interests are learned, under {@code interest.*}. */
@ConfigMapping(prefix = "interest")
public interface InterestConfig {

    /**
     * After this long beside the newest, something liked counts half. Shorter follows a change of interest sooner and
     * forgets more.
     */
    @WithDefault("P60D")
    Duration halfLife();

    /** What counts of something liked long ago, beside 1 for the newest; above 0, an old interest is never quite forgotten. */
    @WithDefault("0.005")
    @Positive
    double leastWeight();

    /** How many of the newest articles interests are learned against. More takes longer and hardly changes the order. */
    @WithDefault("2000")
    @Min(0)
    @Max(20000)
    int background();

    /**
     * Articles that were announced more lately may yet be chosen by the reader: they count as passed over only while there
     * are few older ones.
     */
    @WithDefault("P10D")
    Duration settledAfter();

    /** How many of a reader's newest actions count. */
    @WithDefault("4000")
    @Positive
    int actions();

    /** How many readers' interests are kept in memory, each at about 1 MB when they liked much. */
    @WithDefault("200")
    @Positive
    int rememberedReaders();

    /** How long a replica may rank by an interest that the reader has changed on another replica since. */
    @WithDefault("3s")
    Duration refreshEvery();
}
