package org.articlerecommender.ranking;

import java.util.Arrays;

/**
 * Boosted trees, every one padded to the same depth and laid into flat arrays, so that walking a tree is arithmetic
 * without pointers and without a branch to mispredict.
 *
 * <p>The children of node {@code i} are {@code 2i + 1}, taken when the value is at most the threshold, and {@code 2i + 2}.
 * Each tree has {@code 2^depth - 1} nodes and {@code 2^depth} leaves, one tree after the other.
 *
 * @param feature the column that each node reads
 * @param threshold of each node
 * @param leaf the log-odds that each leaf adds
 * @param base the log-odds before the first tree
 */
public record Trees(int depth, int[] feature, double[] threshold, double[] leaf, double base) implements Predictor {

    static final String KIND = "boosted-trees";

    private static final int DEEPEST = 12;

    @Override
    public String label() {
        return KIND;
    }

    @Override
    public double[] logOdds(double[][] rows) {
        var all = new double[rows.length];
        int at = 0;
        // the walks of four rows do not wait for each other's loads
        for (; at + 4 <= rows.length; at += 4) {
            four(rows, at, all);
        }
        for (; at < rows.length; at++) {
            all[at] = one(rows[at]);
        }
        return all;
    }

    private void four(double[][] rows, int at, double[] all) {
        var a = rows[at];
        var b = rows[at + 1];
        var c = rows[at + 2];
        var d = rows[at + 3];
        double sumA = base;
        double sumB = base;
        double sumC = base;
        double sumD = base;
        int nodes = (1 << depth) - 1;
        for (int root = 0, first = 0; root < feature.length; root += nodes, first += nodes + 1) {
            int i = 0;
            int j = 0;
            int k = 0;
            int l = 0;
            for (int level = 0; level < depth; level++) {
                i = 2 * i + (a[feature[root + i]] <= threshold[root + i] ? 1 : 2);
                j = 2 * j + (b[feature[root + j]] <= threshold[root + j] ? 1 : 2);
                k = 2 * k + (c[feature[root + k]] <= threshold[root + k] ? 1 : 2);
                l = 2 * l + (d[feature[root + l]] <= threshold[root + l] ? 1 : 2);
            }
            sumA += leaf[first + i - nodes];
            sumB += leaf[first + j - nodes];
            sumC += leaf[first + k - nodes];
            sumD += leaf[first + l - nodes];
        }
        all[at] = sumA;
        all[at + 1] = sumB;
        all[at + 2] = sumC;
        all[at + 3] = sumD;
    }

    private double one(double[] row) {
        double sum = base;
        int nodes = (1 << depth) - 1;
        for (int root = 0, first = 0; root < feature.length; root += nodes, first += nodes + 1) {
            int i = 0;
            for (int level = 0; level < depth; level++) {
                i = 2 * i + (row[feature[root + i]] <= threshold[root + i] ? 1 : 2);
            }
            sum += leaf[first + i - nodes];
        }
        return sum;
    }

    @Override
    public void check(int width) {
        if (feature == null || threshold == null || leaf == null || depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("trees lack their numbers, or their depth is not from 1 to " + DEEPEST);
        }
        int nodes = (1 << depth) - 1;
        if (feature.length % nodes != 0
                || threshold.length != feature.length
                || leaf.length != feature.length / nodes * (nodes + 1)) {
            throw new IllegalArgumentException("the arrays of the trees do not fit together");
        }
        if (!Arrays.stream(feature).allMatch(one -> one >= 0 && one < width)) {
            throw new IllegalArgumentException("a tree reads a feature that there is not");
        }
        if (!Double.isFinite(base)
                || !Arrays.stream(leaf).allMatch(Double::isFinite)
                || !Arrays.stream(threshold).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("the numbers of the trees are not usable");
        }
    }

    @Override
    public void addTo(Fingerprint print) {
        print.text(KIND).numbers(depth).numbers(feature).numbers(threshold).numbers(leaf);
        print.numbers(base);
    }
}
