package org.articlerecommender.nearest;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.articlerecommender.catalog.ArticleId;

/** The blocks, which article is in which row, and how many rows there are. One writes at a time, all read meanwhile. */
final class Rows {

    private static final int SAMPLE = 10_000;
    private static final int FOUND = 1 << 15;

    private final Layout layout;
    private final Blocks source;
    private final CategorySets categories;
    private final FoundRows lately = new FoundRows(FOUND);
    private final IdTable ids = new IdTable((row, id) -> block(row).hasArticle(row % Layout.ROWS, id));
    private volatile Block[] blocks = {};
    private volatile float[] centre;
    // written after everything that it counts, read before it
    private volatile int count;
    private volatile int gone;

    Rows(Layout layout, Blocks source, CategorySets categories) {
        this.layout = layout;
        this.source = source;
        this.categories = categories;
    }

    Layout layout() {
        return layout;
    }

    CategorySets categories() {
        return categories;
    }

    int size() {
        return count - gone;
    }

    /** Null while there are no bits. */
    float[] centre() {
        return centre;
    }

    Block block(int row) {
        return blocks[row / Layout.ROWS];
    }

    /** The row of the article, or -1. */
    int rowOf(ArticleId article) {
        int found = lately.of(article);
        if (found >= 0 && !isGone(found)) {
            return found;
        }
        int row = ids.rowOf(article);
        if (row < 0 || isGone(row)) {
            return -1;
        }
        lately.add(article, row);
        return row;
    }

    /** Grows whenever a row is gone; as long as it has not, every row that was found is right. */
    int gone() {
        return gone;
    }

    private boolean isGone(int row) {
        return block(row).day(row % Layout.ROWS) == Block.GONE;
    }

    /** The first category of the article; empty when it is not here or has none. */
    String firstCategory(ArticleId article) {
        int row = rowOf(article);
        return row < 0 ? "" : categories.first(block(row).categories(row % Layout.ROWS));
    }

    Slice slice(Scope scope) {
        int now = count;
        return Slice.of(blocks, now, scope, categories);
    }

    /**
     * Takes over sealed blocks; false when so many rows are missing that a new start is better.
     *
     * @param used how many rows of each were sealed
     */
    synchronized boolean load(List<Block> present, int[] used, float[] sealedCentre) {
        var touched = new TreeSet<Integer>();
        blocks = present.toArray(Block[]::new);
        centre = sealedCentre;
        for (int number = 0; number < used.length; number++) {
            // only in the last block may rows follow
            int rows = number == used.length - 1 ? used[number] : Layout.ROWS;
            for (int row = 0; row < rows; row++) {
                index(number, row, row < used[number], touched);
            }
            blocks[number].learnDays(rows);
            count = number * Layout.ROWS + rows;
        }
        touched.forEach(this::seal);
        return gone <= count / 5 + 2 * Layout.ROWS;
    }

    private void index(int number, int row, boolean whole, TreeSet<Integer> touched) {
        var block = blocks[number];
        if (whole && block.day(row) != Block.GONE && block.categories(row) < categories.size()) {
            enter(block.idBytes(row), number * Layout.ROWS + row, touched);
            return;
        }
        if (!whole || block.day(row) != Block.GONE) {
            block.remove(row);
            touched.add(number);
        }
        gone++;
    }

    synchronized void put(Collection<Row> articles) throws IOException {
        var touched = new TreeSet<Integer>();
        try {
            for (var article : articles) {
                if (Block.fits(article.article()) && article.vector().length == layout.dimension()) {
                    append(article, touched);
                }
            }
        } finally {
            touched.forEach(this::seal);
        }
        if (centre == null && count >= VectorIndex.BIT_ROWS) {
            makeBits();
        }
    }

    private void append(Row article, TreeSet<Integer> touched) throws IOException {
        int row = count;
        int number = row / Layout.ROWS;
        int set = categories.numberOf(article.categories());
        if (number == blocks.length) {
            var more = Arrays.copyOf(blocks, number + 1);
            more[number] = source.next();
            blocks = more;
        }
        blocks[number].write(row % Layout.ROWS, article, (int) article.day(), set, centre);
        touched.add(number);
        enter(Block.idBytes(article.article()), row, touched);
        count = row + 1;
    }

    // The row that the article had is gone from now on
    private void enter(byte[] id, int row, TreeSet<Integer> touched) {
        int before = ids.rowOf(id);
        ids.grow(known -> block(known).idBytes(known % Layout.ROWS));
        ids.put(id, row);
        if (before >= 0 && block(before).day(before % Layout.ROWS) != Block.GONE) {
            block(before).remove(before % Layout.ROWS);
            touched.add(before / Layout.ROWS);
            gone++;
        }
    }

    synchronized void retag(ArticleId article, int day, String set) throws IOException {
        int row = rowOf(article);
        int number = categories.numberOf(set);
        if (row >= 0 && !block(row).hasTags(row % Layout.ROWS, day, number)) {
            block(row).retag(row % Layout.ROWS, day, number);
            seal(row / Layout.ROWS);
        }
    }

    synchronized void remove(Collection<ArticleId> articles) {
        var touched = new TreeSet<Integer>();
        for (var article : articles) {
            int row = rowOf(article);
            if (row >= 0) {
                block(row).remove(row % Layout.ROWS);
                gone++;
                touched.add(row / Layout.ROWS);
            }
        }
        touched.forEach(this::seal);
    }

    private void seal(int number) {
        blocks[number].seal(Math.min(Layout.ROWS, count - number * Layout.ROWS));
    }

    // The centre is the mean of rows from everywhere; a bit tells most when half of the rows have it
    private void makeBits() throws IOException {
        var mean = new float[layout.dimension()];
        int step = Math.max(1, count / SAMPLE);
        int taken = 0;
        for (int row = 0; row < count; row += step, taken++) {
            var vector = block(row).vector(row % Layout.ROWS);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= taken;
        }
        for (int row = 0; row < count; row++) {
            block(row).writeBits(row % Layout.ROWS, block(row).vector(row % Layout.ROWS), mean);
        }
        for (int number = 0; number < blocks.length; number++) {
            seal(number);
        }
        source.keepCentre(mean);
        centre = mean;
    }

    synchronized void close() {
        source.close();
    }
}
