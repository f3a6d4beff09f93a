package org.articlerecommender.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.articlerecommender.ranking.Trees;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/** Fits boosted trees with Smile and takes its numbers out of it. The same rows and seed give the same trees. */
final class TreeFit {

    private static final String ANSWERED = "answered";

    private TreeFit() {}

    /**
     * @param rows without a gap, of equal length
     * @param answered whether each row was answered; both must occur
     */
    static Trees of(double[][] rows, boolean[] answered, TrainingConfig config) {
        return SmileTrees.flat(fit(rows, answered, config), config.treeDepth(), config.shrinkage(), rows[0].length);
    }

    static GradientTreeBoost fit(double[][] rows, boolean[] answered, TrainingConfig config) {
        MathEx.setSeed(config.seed());
        var y = IntStream.range(0, rows.length).map(i -> answered[i] ? 1 : 0).toArray();
        var frame = DataFrame.of(rows, names(rows[0].length)).merge(IntVector.of(ANSWERED, y));
        return GradientTreeBoost.fit(
                Formula.lhs(ANSWERED),
                frame,
                config.trees(),
                config.treeDepth(),
                1 << config.treeDepth(),
                Math.max(5, Math.min(config.leafRows(), rows.length / 20)),
                config.shrinkage(),
                config.subsample());
    }

    static String[] names(int width) {
        return Arrays.stream(IntStream.range(0, width).toArray())
                .mapToObj(j -> "x" + j)
                .toArray(String[]::new);
    }
}
