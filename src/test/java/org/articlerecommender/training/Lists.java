package org.articlerecommender.training;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Outcome;

/** Invented lists of readers with a hidden preference. */
final class Lists {

    static final List<String> NAMES = List.of("a:wanted", "a:noise", "a:constant");

    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");

    private Lists() {}

    /** @param chance how likely an article with these values is opened */
    static TrainingSet of(int lists, int length, long seed, ToDoubleFunction<double[]> chance) {
        var random = new Random(seed);
        var rows = new ArrayList<TrainingRow>();
        for (int list = 0; list < lists; list++) {
            var id = new UUID(seed, list);
            var reader = new ReaderId("reader-" + list % 3);
            for (int position = 1; position <= length; position++) {
                var values = new double[] {random.nextGaussian() * 3 + 10, random.nextGaussian(), 7};
                boolean opened = random.nextDouble() < chance.applyAsDouble(values);
                var outcomes = opened ? Set.of(Outcome.EXPAND) : Set.<Outcome>of();
                rows.add(new TrainingRow(
                        id,
                        new ArticleId("2503.%05d".formatted(list * length + position)),
                        reader,
                        START.plusSeconds(3600L * list),
                        position,
                        values,
                        outcomes,
                        1));
            }
        }
        return new TrainingSet(NAMES, rows);
    }

    static TrainingConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(TrainingConfig.class)
                .build()
                .getConfigMapping(TrainingConfig.class);
    }

    /** Readers who open what has a high first value. */
    static double wants(double[] values) {
        return 1 / (1 + Math.exp(-(values[0] - 13)));
    }
}
