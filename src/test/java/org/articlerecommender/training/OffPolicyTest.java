package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Exploration;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Scorer;
import org.junit.jupiter.api.Test;

/** Invented readers answer an article with the probability of its first value. */
class OffPolicyTest {

    private static final int POOL = 20;

    private final Random random = new Random(8);
    private final List<Exploration.Answered> lines =
            IntStream.range(0, 4000).mapToObj(this::line).toList();

    @Test
    void tellsWhatARankerWouldHaveDrawnWithoutHavingAskedIt() {
        var knowing = OffPolicy.of("knowing", lines, values -> by(0), 42);

        double truth = lines.stream()
                .mapToDouble(line -> IntStream.range(0, POOL)
                        .mapToDouble(i -> -line.line().features()[i][0])
                        .sorted()
                        .limit(OffPolicy.BEST)
                        .map(one -> -one)
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
        assertThat(knowing.logged()).isCloseTo(0.2, within(0.02));
        assertThat(truth).isGreaterThan(0.3);
        assertThat(knowing.snips().low()).isLessThan(truth);
        assertThat(knowing.snips().high()).isGreaterThan(truth);
        assertThat(knowing.ips().value()).isCloseTo(truth, within(0.04));
        assertThat(knowing.effective()).isCloseTo(4000 * OffPolicy.BEST / (double) POOL, within(150.0));
    }

    @Test
    void aRankerThatKnowsNothingGainsNothing() {
        var ignorant = OffPolicy.of("ignorant", lines, values -> by(1), 42);

        assertThat(ignorant.snips().low()).isLessThan(ignorant.logged());
        assertThat(ignorant.snips().high()).isGreaterThan(ignorant.logged());
    }

    @Test
    void ofNothingItTellsNothing() {
        var none = OffPolicy.of("any", List.of(), values -> by(0), 42);

        assertThat(none.lines()).isZero();
        assertThat(none.snips().value()).isZero();
    }

    private Exploration.Answered line(int number) {
        var pool = new ArrayList<ArticleId>();
        var features = new double[POOL][];
        for (int i = 0; i < POOL; i++) {
            pool.add(new ArticleId("2503.%05d".formatted(number % 1000 * POOL + i)));
            features[i] = new double[] {random.nextDouble() * 0.4, random.nextDouble()};
        }
        int chosen = random.nextInt(POOL);
        boolean answered = random.nextDouble() < features[chosen][0];
        return new Exploration.Answered(
                new UUID(1, number),
                new ReaderId("reader-" + number % 50),
                Instant.EPOCH.plusSeconds(3600L * number),
                List.of("a:wanted", "a:noise"),
                new Exploration(3, chosen, pool, features),
                answered,
                false,
                false);
    }

    private static Scorer by(int column) {
        return new Scorer() {
            @Override
            public String id() {
                return "by " + column;
            }

            @Override
            public double score(double[] values) {
                return values[column];
            }

            @Override
            public double[] contributions(double[] values) {
                return new double[values.length];
            }
        };
    }
}
