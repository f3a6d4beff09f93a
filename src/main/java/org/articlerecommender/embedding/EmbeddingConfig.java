package org.articlerecommender.embedding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Optional;

/** The sentence model and how it is run, under {@code embedding.*}. */
@ConfigMapping(prefix = "embedding")
public interface EmbeddingConfig {

    /** A directory with {@code model.onnx} and {@code tokenizer.json}; without one the model that ships is used. */
    Optional<String> modelDir();

    /** How many tokens of a text count; what is behind them is not read. Twice as many cost more than twice the time. */
    @WithDefault("256")
    @Min(8)
    @Max(8192)
    int maxTokens();

    /**
     * How many texts of equal length go through the graph together. With a quantised model, like the one that ships,
     * anything but 1 makes the vector of a text depend on its neighbours in the batch.
     */
    @WithDefault("1")
    @Min(1)
    @Max(256)
    int batchSize();

    /** How many texts are embedded at the same time for one caller; 0 for one per core. */
    @WithDefault("0")
    @Min(0)
    @Max(256)
    int threads();

    /** How many vectors of titles and queries are kept in memory, at 1.6 kB each. */
    @WithDefault("20000")
    @Positive
    int cachedTexts();

    /** How often a replica looks for vectors that others made; also the longest that a removed article is found. */
    @WithDefault("3s")
    Duration refreshEvery();

    /** How many days up to the newest announcement a new model must have embedded before it takes over. */
    @WithDefault("10")
    @Min(1)
    int windowDays();

    /**
     * Where the vectors of articles are kept between starts, at 2 kB each: a copy of what PostgreSQL has, which may be
     * deleted. Without one they are read from PostgreSQL at each start.
     */
    Optional<String> vectorDir();
}
