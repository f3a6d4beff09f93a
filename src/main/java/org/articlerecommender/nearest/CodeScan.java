package org.articlerecommender.nearest;

import java.util.function.IntSupplier;

/** One pass over the int8 form of a slice. The score of a row is its highest with any of the queries. */
final class CodeScan {

    // So many rows stay in the second-level cache from one query to the next
    private static final int CHUNK = 256;

    private final Slice slice;
    private final Kernel kernel;
    private final Probe[] queries;

    /** @param queries at least one */
    CodeScan(Slice slice, Kernel kernel, Probe... queries) {
        this.slice = slice;
        this.kernel = kernel;
        this.queries = queries;
    }

    /** The best of all rows that are admitted and wanted, by the int8 form. */
    Best best(int count, Crew crew) {
        var best = new Best(count);
        crew.divide(slice.numbers().size(), parts -> share(count, parts)).forEach(best::addAll);
        return best;
    }

    private Best share(int count, IntSupplier parts) {
        var best = new Best(count);
        var products = new int[CHUNK];
        var scores = new float[CHUNK];
        for (int part = parts.getAsInt(); part >= 0; part = parts.getAsInt()) {
            int number = slice.numbers().get(part);
            var block = slice.blocks()[number];
            int used = slice.used(number);
            for (int from = 0; from < used; from += CHUNK) {
                int rows = Math.min(CHUNK, used - from);
                for (int i = 0; i < queries.length; i++) {
                    block.products(kernel, queries[i], from, rows, products);
                    raise(scores, i == 0, products, rows, queries[i].scale());
                }
                keep(best, number, from, rows, scores);
            }
        }
        return best;
    }

    private static void raise(float[] scores, boolean first, int[] products, int rows, float scale) {
        for (int i = 0; i < rows; i++) {
            float score = products[i] * scale;
            scores[i] = first ? score : Math.max(scores[i], score);
        }
    }

    private void keep(Best best, int number, int from, int rows, float[] scores) {
        var block = slice.blocks()[number];
        for (int i = 0; i < rows; i++) {
            float score = scores[i] * block.scale(from + i);
            if (score > best.worst() && slice.admits(block, from + i) && slice.wants(block, from + i)) {
                best.add(number * Layout.ROWS + from + i, score);
            }
        }
    }
}
