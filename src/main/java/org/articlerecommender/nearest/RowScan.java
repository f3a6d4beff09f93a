package org.articlerecommender.nearest;

import java.util.function.IntSupplier;

/** One pass over the int8 form of chosen rows. What comes of a row is its highest product with any of the queries. */
final class RowScan {

    private static final int CHUNK = 128;

    private final Rows rows;
    private final Kernel kernel;
    private final Quantised[] queries;

    /** @param queries at least one */
    RowScan(Rows rows, Kernel kernel, Quantised... queries) {
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
        int size = queries[0].codes().length;
        var codes = new byte[CHUNK * size];
        var scales = new float[CHUNK];
        var whole = new int[CHUNK];
        for (int part = parts.getAsInt(); part >= 0; part = parts.getAsInt()) {
            int from = part * CHUNK;
            int count = Math.min(CHUNK, chosen.length - from);
            for (int i = 0; i < count; i++) {
                int row = chosen[from + i];
                if (row >= 0) {
                    rows.block(row).codes(row % Layout.ROWS, codes, i * size);
                    scales[i] = rows.block(row).scale(row % Layout.ROWS);
                }
            }
            for (var query : queries) {
                kernel.dots(query.codes(), codes, count, whole);
                for (int i = 0; i < count; i++) {
                    if (chosen[from + i] >= 0) {
                        products[from + i] = Math.max(products[from + i], whole[i] * query.scale() * scales[i]);
                    }
                }
            }
        }
        return true;
    }
}
