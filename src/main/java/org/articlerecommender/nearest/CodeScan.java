package org.articlerecommender.nearest;

import java.util.function.IntSupplier;

/** One pass over the int8 form of a slice. */
final class CodeScan {

    private static final int CHUNK = 256;

    private final Slice slice;
    private final Kernel kernel;
    private final Probe query;

    CodeScan(Slice slice, Kernel kernel, Probe query) {
        this.slice = slice;
        this.kernel = kernel;
        this.query = query;
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
        for (int part = parts.getAsInt(); part >= 0; part = parts.getAsInt()) {
            int number = slice.numbers().get(part);
            var block = slice.blocks()[number];
            int used = slice.used(number);
            for (int from = 0; from < used; from += CHUNK) {
                int rows = Math.min(CHUNK, used - from);
                block.products(kernel, query, from, rows, products);
                keep(best, number, from, rows, products);
            }
        }
        return best;
    }

    private void keep(Best best, int number, int from, int rows, int[] products) {
        var block = slice.blocks()[number];
        for (int i = 0; i < rows; i++) {
            float score = products[i] * query.scale() * block.scale(from + i);
            if (score > best.worst() && slice.admits(block, from + i) && slice.wants(block, from + i)) {
                best.add(number * Layout.ROWS + from + i, score);
            }
        }
    }
}
