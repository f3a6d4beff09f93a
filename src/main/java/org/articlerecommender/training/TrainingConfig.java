package org.articlerecommender.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
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

    /** How strongly coefficients are drawn to 0; scikit-learn's default and the original's is 1. */
    @WithDefault("1")
    double penalty();

    /** Where random choices start, so that a run can be repeated. */
    @WithDefault("42")
    long seed();
}
