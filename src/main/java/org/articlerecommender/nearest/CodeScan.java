package org.articlerecommender.nearest;

import java.util.function.IntSupplier;

/** One pass over the int8 form of a slice. */
final class CodeScan {

    // So many rows at once stay in the second-level cache between the copy and the kernel
    private static final int CHUNK = 128;

    private final Slice slice;
    private final Quantised query;
    private final Kernel kernel;

    CodeScan(Slice slice, Quantised query, Kernel kernel) {
        this.slice = slice;
        this.query = query;
        this.kernel = kernel;
    }

    /** The best of all rows that are admitted and wanted, by the int8 form. */
    Best best(int count, Crew crew) {
        var best = new Best(count);
        crew.divide(slice.numbers().size(), parts -> share(count, parts)).forEach(best::addAll);
        return best;
    }

    private Best share(int count, IntSupplier parts) {
        var best = new Best(count);
        var codes = new byte[CHUNK * query.codes().length];
        var products = new int[CHUNK];
        for (int part = parts.getAsInt(); part >= 0; part = parts.getAsInt()) {
            int number = slice.numbers().get(part);
            var block = slice.blocks()[number];
            int used = slice.used(number);
            for (int from = 0; from < used; from += CHUNK) {
                int rows = Math.min(CHUNK, used - from);
                block.codes(from, rows, codes);
                kernel.dots(query.codes(), codes, rows, products);
                keep(best, number, from, rows, products);
            }
        }
        return best;
    }

    private void keep(Best best, int number, int from, int rows, int[] products) {
        var block = slice.blocks()[number];
        for (int i = 0; i < rows; i++) {
            float score = products[i] * block.scale(from + i) * query.scale();
            if (score > best.worst() && slice.admits(block, from + i) && slice.wants(block, from + i)) {
                best.add(number * Layout.ROWS + from + i, score);
            }
        }
    }
}
