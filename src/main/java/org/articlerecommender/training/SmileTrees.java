package org.articlerecommender.training;

import java.util.Arrays;
import org.articlerecommender.ranking.Trees;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.RegressionNode;
import smile.classification.GradientTreeBoost;
import smile.data.Tuple;
import smile.data.type.StructType;

/** Lays Smile's boosted trees into flat arrays that score as they do. */
final class SmileTrees {

    private final Trees flat;
    private final double shrinkage;
    private final StructType schema;
    private final double[] probe;

    private SmileTrees(Trees flat, double shrinkage, StructType schema, int width) {
        this.flat = flat;
        this.shrinkage = shrinkage;
        this.schema = schema;
        this.probe = new double[width];
    }

    /** @param depth at least that of the deepest tree */
    static Trees flat(GradientTreeBoost model, int depth, double shrinkage, int width) {
        var trees = model.trees();
        int deepest = Math.max(
                depth,
                Arrays.stream(trees)
                        .mapToInt(one -> one.root().depth() - 1)
                        .max()
                        .orElse(depth));
        int nodes = (1 << deepest) - 1;
        var flat = new Trees(
                deepest,
                new int[trees.length * nodes],
                new double[trees.length * nodes],
                new double[trees.length * (nodes + 1)],
                0);
        var fill = new SmileTrees(flat, shrinkage, trees[0].schema(), width);
        for (int tree = 0; tree < trees.length; tree++) {
            fill.put(trees[tree].root(), tree, 0, 0);
        }
        return new Trees(deepest, flat.feature(), flat.threshold(), flat.leaf(), base(model, flat, width));
    }

    private void put(Node node, int tree, int level, int at) {
        int nodes = (1 << flat.depth()) - 1;
        if (level == flat.depth()) {
            // Smile's log-odds are half of what is usual
            flat.leaf()[tree * (nodes + 1) + at - nodes] = 2 * (shrinkage * ((RegressionNode) node).output());
            return;
        }
        int own = tree * nodes + at;
        if (node instanceof InternalNode split) {
            flat.feature()[own] = split.feature();
            flat.threshold()[own] = threshold(split);
            put(split.trueChild(), tree, level + 1, 2 * at + 1);
            put(split.falseChild(), tree, level + 1, 2 * at + 2);
        } else {
            flat.threshold()[own] = Double.MAX_VALUE;
            put(node, tree, level + 1, 2 * at + 1);
            put(node, tree, level + 1, 2 * at + 2);
        }
    }

    /** Smile keeps thresholds to itself; this is the largest number that still takes the first branch. */
    private double threshold(InternalNode split) {
        long low = order(-Double.MAX_VALUE);
        long high = order(Double.MAX_VALUE);
        while (low < high) {
            // half of both, without overflow, rounded up
            long middle = (low >> 1) + (high >> 1) + ((low | high) & 1);
            if (branches(split, value(middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return value(low);
    }

    private boolean branches(InternalNode split, double value) {
        probe[split.feature()] = value;
        return split.branch(Tuple.of(probe, schema));
    }

    /** Numbers in the order of the doubles. */
    private static long order(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double value(long order) {
        return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
    }

    private static double base(GradientTreeBoost model, Trees flat, int width) {
        var row = new double[width];
        var both = new double[2];
        model.predict(Tuple.of(row, model.schema()), both);
        return Math.log(both[1] / both[0]) - flat.logOdds(new double[][] {row})[0];
    }
}
