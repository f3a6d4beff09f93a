package org.articlerecommender.training;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.articlerecommender.ranking.Trees;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;

/** How long boosted trees take to score the candidates of one list, by Smile and laid flat, in turns. */
public final class TreeSpeed {

    public static final int CANDIDATES = 1000;
    public static final int FEATURES = 25;
    public static final int TREES = 200;
    public static final int DEPTH = 6;

    private static final int WARM_UP = 40;

    private final double[][] rows;
    private final GradientTreeBoost smile;
    private final Trees flat;

    private TreeSpeed(double[][] rows, GradientTreeBoost smile, Trees flat) {
        this.rows = rows;
        this.smile = smile;
        this.flat = flat;
    }

    /**
     * Milliseconds of each round.
     *
     * @param tuples Smile over rows, {@code flat} the flat arrays
     */
    public record Times(double[] tuples, double[] flat) {}

    public static Times measure(int rounds) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(TrainingConfig.class)
                .withDefaultValue("training.trees", String.valueOf(TREES))
                .withDefaultValue("training.tree-depth", String.valueOf(DEPTH))
                .build()
                .getConfigMapping(TrainingConfig.class);
        var random = new Random(1);
        var learned = rows(random, 6000);
        var answered = new boolean[learned.length];
        for (int i = 0; i < answered.length; i++) {
            answered[i] = random.nextDouble() < (learned[i][0] * learned[i][1] > learned[i][2] ? 0.6 : 0.1);
        }
        var smile = TreeFit.fit(learned, answered, config);
        var flat = SmileTrees.flat(smile, DEPTH, config.shrinkage(), FEATURES);
        return new TreeSpeed(rows(random, CANDIDATES), smile, flat).alternate(rounds);
    }

    private Times alternate(int rounds) {
        for (int i = 0; i < WARM_UP; i++) {
            bySmile();
            flat.logOdds(rows);
        }
        var times = new Times(new double[rounds], new double[rounds]);
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            var one = bySmile();
            long between = System.nanoTime();
            var other = flat.logOdds(rows);
            long end = System.nanoTime();
            times.tuples[round] = (between - start) / 1e6;
            times.flat[round] = (end - between) / 1e6;
            if (Math.abs(one[round % CANDIDATES] - 1 / (1 + Math.exp(-other[round % CANDIDATES]))) > 1e-9) {
                throw new IllegalStateException("the two do not agree");
            }
        }
        return times;
    }

    private double[] bySmile() {
        var frame = DataFrame.of(rows, TreeFit.names(FEATURES));
        var scores = new double[rows.length];
        var both = new double[2];
        for (int i = 0; i < scores.length; i++) {
            smile.predict(frame.get(i), both);
            scores[i] = both[1];
        }
        return scores;
    }

    private static double[][] rows(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.doubles(FEATURES, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    public static void main(String[] arguments) {
        var times = measure(101);
        System.out.printf("Smile %s ms, flat %s ms%n", spread(times.tuples), spread(times.flat));
    }

    private static String spread(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return "%.2f [%.2f, %.2f]".formatted(sorted[sorted.length / 2], sorted[5], sorted[sorted.length - 6]);
    }
}
