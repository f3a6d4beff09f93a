package org.articlerecommender.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** When live lists decide about models, under {@code live.*}. */
@ConfigMapping(prefix = "live")
public interface LiveConfig {

    /** Fewest days of a reader that preferred one of two models. With fewer, chance decides. */
    @WithDefault("30")
    @Positive
    int leastVerdicts();

    /** After this time without a decision a challenger gives up: half of every list is what it costs. */
    @WithDefault("P14D")
    Duration trial();

    /** How long before and after a promotion is compared; whole weeks, for weekends are read differently. */
    @WithDefault("P7D")
    Duration window();

    /** Fewest lines that readers were shown before and after, from which a fall is a fall. */
    @WithDefault("500")
    @Positive
    int leastLines();
}
