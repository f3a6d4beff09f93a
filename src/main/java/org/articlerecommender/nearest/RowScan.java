package org.articlerecommender.nearest;

import java.util.function.IntSupplier;

/** One pass over the int8 form of chosen rows. What comes of a row is its highest product with any of the queries. */
final class RowScan {

    // From one chosen row in so many on, all rows between are multiplied: that costs less than to begin anew at each
    private static final int DENSE = 4;

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
        var byBlock = byBlock(chosen);
        crew.divide(byBlock.length, parts -> share(products, chosen, byBlock, parts));
    }

    /** The places of the rows of each block. */
    private int[][] byBlock(int[] chosen) {
        int blocks = 0;
        for (int row : chosen) {
            blocks = Math.max(blocks, row / Layout.ROWS + 1);
        }
        var sizes = new int[blocks];
        for (int row : chosen) {
            if (row >= 0) {
                sizes[row / Layout.ROWS]++;
            }
        }
        var places = new int[blocks][];
        for (int place = chosen.length - 1; place >= 0; place--) {
            if (chosen[place] >= 0) {
                int block = chosen[place] / Layout.ROWS;
                places[block] = places[block] == null ? new int[sizes[block]] : places[block];
                places[block][--sizes[block]] = place;
            }
        }
        return places;
    }

    private boolean share(float[] products, int[] chosen, int[][] byBlock, IntSupplier parts) {
        var whole = new int[Layout.ROWS];
        for (int part = parts.getAsInt(); part >= 0; part = parts.getAsInt()) {
            if (byBlock[part] != null) {
                scan(rows.block(part * Layout.ROWS), byBlock[part], chosen, whole, products);
            }
        }
        return true;
    }

    private void scan(Block block, int[] places, int[] chosen, int[] whole, float[] products) {
        int first = Layout.ROWS;
        int last = 0;
        for (int place : places) {
            int row = chosen[place] % Layout.ROWS;
            first = Math.min(first, row);
            last = Math.max(last, row);
        }
        boolean dense = places.length * DENSE > last - first;
        for (var query : queries) {
            if (dense) {
                block.products(kernel, query, first, last + 1 - first, whole);
            }
            for (int place : places) {
                int row = chosen[place] % Layout.ROWS;
                if (!dense) {
                    block.products(kernel, query, row, 1, whole);
                }
                float product = whole[dense ? row - first : 0] * query.scale() * block.scale(row);
                products[place] = Math.max(products[place], product);
            }
        }
    }
}
