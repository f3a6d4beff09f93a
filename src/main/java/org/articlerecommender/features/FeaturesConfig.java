package org.articlerecommender.features;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

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

    /**
     * A directory whose {@code *.yaml} files are taken instead of the definitions that ship. They are read anew for every
     * plan, so that definitions change without another version of the application.
     */
    Optional<String> definitionsDir();

    /**
     * The least share of sampled served values that must be those of the history before a model is promoted. Lower lets
     * models through that were trained on something else than they get.
     */
    @WithDefault("0.98")
    double parityLeast();
}
