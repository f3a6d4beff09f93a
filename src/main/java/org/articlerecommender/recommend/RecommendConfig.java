package org.articlerecommender.recommend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How a reader's list is made, under {@code recommend.*}. */
@ConfigMapping(prefix = "recommend")
public interface RecommendConfig {

    /** How many days of announcements a list is chosen from. More days cost memory and bring older articles. */
    @WithDefault("10")
    @Min(1)
    @Max(3650)
    int windowDays();

    /** Most articles a list is chosen from; of more in the window, the newest. Each costs about 3 KB of memory. */
    @WithDefault("20000")
    @Min(10)
    int windowArticles();

    /** The length of a list when the caller does not say; the original's ten (SEED C8). */
    @WithDefault("10")
    @Min(1)
    @Max(1000)
    int length();

    /**
     * How many candidates are scored with all features; of more, those nearest to the reader's own queries and articles
     * are taken. More finds a little more, and each costs a feature read.
     */
    @WithDefault("1000")
    @Min(10)
    @Max(100000)
    int scored();

    /** How much being like a line above counts against an article, 0 for not at all: the 1 - lambda of MMR. */
    @WithDefault("0.2")
    @DecimalMin("0")
    @DecimalMax("1")
    double spread();

    /** The share of a list that one of a reader's interests may take while others have something to show. */
    @WithDefault("0.6")
    @DecimalMin("0.1")
    @DecimalMax("1")
    double mostOfOne();

    /** How many lines of each ten go to articles that the model would not show, to learn about them. */
    @WithDefault("1")
    @Min(0)
    @Max(5)
    int exploring();

    /** An article that a reader acted on stays in the list for this long, then makes room. */
    @WithDefault("PT12H")
    Duration keepActedOn();

    /** How far back a reader's actions keep articles out of their list. */
    @WithDefault("P60D")
    Duration rememberFor();

    /** For how long a reader who does nothing gets the same list again; zero makes a new one at every call. */
    @WithDefault("PT1M")
    Duration keepLists();

    /**
     * How many lists are made after the start that nobody is shown, so that the first reader waits no longer than others;
     * 0 for none.
     */
    @WithDefault("30")
    @Min(0)
    @Max(1000)
    int rehearsals();

    /** After so many showings without any action an article makes room for others. */
    @WithDefault("6")
    @Min(1)
    int tiredAfter();
}
