package org.articlerecommender.features;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long features wait for Redis, under {@code features.*}. */
@ConfigMapping(prefix = "features")
public interface FeaturesConfig {

    /**
     * How long a request waits for current values before it takes those of PostgreSQL. Shorter saves a request when Redis
     * hangs; too short gives Redis up when the machine is merely busy.
     */
    @WithDefault("500ms")
    Duration readPatience();

    /** How long the recording of an action waits for Redis to take the new values. */
    @WithDefault("2s")
    Duration writePatience();

    /** How long Redis is left alone after it did not answer. */
    @WithDefault("5s")
    Duration pause();
}
