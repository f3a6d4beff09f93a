package org.articlerecommender.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;

/** What a model is learned from and when there is enough of it, under {@code training.*}. */
@ConfigMapping(prefix = "training")
public interface TrainingConfig {

    /** How far back lists are learned from. Older ones were ordered by models and read by habits long gone. */
    @WithDefault("P90D")
    Duration window();

    /** The share of the lists, the latest, that is kept back to measure on. */
    @WithDefault("0.25")
    @DecimalMin("0.05")
    @DecimalMax("0.9")
    double holdOut();

    /** Fewest lists with an answer of their reader. With fewer, chance decides whether a model looks better. */
    @WithDefault("20")
    @Positive
    int leastLists();

    /** Fewest articles that readers opened. */
    @WithDefault("30")
    @Positive
    int leastPositives();

    /** Fewest articles that readers were shown and did not open. */
    @WithDefault("30")
    @Positive
    int leastNegatives();

    /** The share of the earlier lists, the latest of them, that kinds of model are chosen and calibrated on. */
    @WithDefault("0.25")
    @DecimalMin("0.05")
    @DecimalMax("0.9")
    double calibration();

    /** Fewest answers of one outcome, and rows without it, from which that outcome is learned. */
    @WithDefault("20")
    @Positive
    int leastAnswers();

    /** What an outcome is worth beside the others; a change shows with the next model. */
    WorthConfig worth();

    interface WorthConfig {

        @WithDefault("1")
        @PositiveOrZero
        double expand();

        @WithDefault("2")
        @PositiveOrZero
        double click();

        @WithDefault("3")
        @PositiveOrZero
        double save();
    }

    /** How many times at most an exploring line counts. More is less biased to what was shown, and noisier. */
    @WithDefault("5")
    @Positive
    int mostWeight();

    /** How many trees are boosted, each correcting the ones before. More takes longer to fit and to score. */
    @WithDefault("150")
    @Min(1)
    @Max(1000)
    int trees();

    /** How many questions deep a tree is. */
    @WithDefault("4")
    @Min(1)
    @Max(8)
    int treeDepth();

    /** How much of its correction each tree makes. */
    @WithDefault("0.05")
    @DecimalMin("0.001")
    @DecimalMax("1")
    double shrinkage();

    /** The share of the rows that each tree is fitted to. */
    @WithDefault("0.7")
    @DecimalMin("0.1")
    @DecimalMax("1")
    double subsample();

    /** Fewest rows of a leaf, as long as there are twenty times as many rows. */
    @WithDefault("50")
    @Positive
    int leafRows();

    /** How many rows trees are fitted to, the newest; 100,000 of 20 features take about a minute per outcome. */
    @WithDefault("60000")
    @Positive
    int mostTreeRows();

    /** After this time what the active model learned from is stale, and a new one need only not be worse. */
    @WithDefault("P60D")
    Duration championAge();

    /** Whether the model that a new one replaced goes on beside it in live lists until readers have decided. */
    @WithDefault("true")
    boolean trial();

    /** How strongly coefficients are drawn to 0; scikit-learn's default and the original's is 1. */
    @WithDefault("1")
    double penalty();

    /** Where random choices start, so that a run can be repeated. */
    @WithDefault("42")
    long seed();
}
