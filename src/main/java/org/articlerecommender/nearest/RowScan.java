package org.articlerecommender.nearest;

import java.util.function.IntSupplier;

/** One pass over the int8 form of chosen rows. What comes of a row is its highest product with any of the queries. */
final class RowScan {

    private static final int CHUNK = 256;

    private final Rows rows;
    private final Kernel kernel;
    private final Probe[] queries;

    /** @param queries at least one */
    RowScan(Rows rows, Kernel kernel, Probe... queries) {
        this.rows = rows;
        this.kernel = kernel;
        this.queries = queries;
    }

    /**
     * Writes down the product of each row.
     *
     * @param products one per row; that of a row below 0 stays as it is
     */
    void into(float[] products, int[] chosen, Crew crew) {
        crew.divide((chosen.length + CHUNK - 1) / CHUNK, parts -> share(products, chosen, parts));
    }

    private boolean share(float[] products, int[] chosen, IntSupplier parts) {
        var whole = new int[CHUNK];
        for (int part = parts.getAsInt(); part >= 0; part = parts.getAsInt()) {
            int end = Math.min(chosen.length, (part + 1) * CHUNK);
            int from = part * CHUNK;
            while (from < end) {
                int next = run(chosen, from, end);
                if (chosen[from] >= 0) {
                    raise(products, from, chosen[from], whole, next - from);
                }
                from = next;
            }
        }
        return true;
    }

    // rows that lie one after the other are multiplied at once
    private static int run(int[] chosen, int from, int end) {
        int next = from + 1;
        while (next < end && chosen[next] == chosen[next - 1] + 1 && chosen[next] % Layout.ROWS != 0) {
            next++;
        }
        return next;
    }

    private void raise(float[] products, int from, int row, int[] whole, int count) {
        var block = rows.block(row);
        int first = row % Layout.ROWS;
        for (var query : queries) {
            block.products(kernel, query, first, count, whole);
            for (int i = 0; i < count; i++) {
                float product = whole[i] * query.scale() * block.scale(first + i);
                products[from + i] = Math.max(products[from + i], product);
            }
        }
    }
}
