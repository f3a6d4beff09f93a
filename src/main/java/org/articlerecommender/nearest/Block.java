package org.articlerecommender.nearest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.articlerecommender.catalog.ArticleId;

/**
 * {@value Layout#ROWS} rows in one stretch of memory outside the heap.
 *
 * <p>One thread writes; a row may be read by any other as soon as that thread has said so by other means. What
 * is there of a row is not changed, except its day and its categories.
 */
final class Block {

    /** The day of a row that is no more. */
    static final int GONE = Integer.MIN_VALUE;

    private final Layout layout;
    private final ByteBuffer bytes;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = Integer.MIN_VALUE;

    Block(Layout layout, ByteBuffer bytes) {
        this.layout = layout;
        this.bytes = bytes;
    }

    void write(int row, Row from, int day, int categories, float[] centre) {
        int at = row * layout.dimension() * Float.BYTES;
        bytes.asFloatBuffer().put(at / Float.BYTES, from.vector());
        var quantised = Quantised.of(from.vector(), layout);
        bytes.put(layout.codes() + row * layout.codeBytes(), quantised.codes());
        bytes.putFloat(layout.scales() + row * Float.BYTES, quantised.scale());
        if (centre != null) {
            writeBits(row, from.vector(), centre);
        }
        bytes.put(layout.ids() + row * Layout.ID_BYTES, idBytes(from.article()));
        bytes.put(layout.texts() + row * Layout.TEXT_BYTES, Arrays.copyOf(from.text(), Layout.TEXT_BYTES));
        retag(row, day, categories);
    }

    void writeBits(int row, float[] vector, float[] centre) {
        var words = Quantised.bits(vector, centre, layout);
        for (int i = 0; i < words.length; i++) {
            bytes.putInt(layout.bits(row, i), words[i]);
        }
    }

    void retag(int row, int day, int categories) {
        widen(day);
        bytes.putInt(layout.categories() + row * Integer.BYTES, categories);
        bytes.putInt(layout.days() + row * Integer.BYTES, day);
    }

    void remove(int row) {
        bytes.putInt(layout.days() + row * Integer.BYTES, GONE);
    }

    boolean hasTags(int row, int day, int categories) {
        return day(row) == day && categories(row) == categories;
    }

    /** Learns the days of rows that were written before this process. */
    void learnDays(int used) {
        for (int row = 0; row < used; row++) {
            if (day(row) != GONE) {
                widen(day(row));
            }
        }
    }

    private void widen(int day) {
        firstDay = Math.min(firstDay, day);
        lastDay = Math.max(lastDay, day);
    }

    int firstDay() {
        return firstDay;
    }

    int lastDay() {
        return lastDay;
    }

    /** Whether one of the rows may be of these days. */
    boolean mayHave(long first, long last) {
        return firstDay <= last && lastDay >= first;
    }

    /** Makes what was written hold after a restart. */
    void seal(int used) {
        bytes.putInt(layout.trailer(), used);
        bytes.putInt(layout.trailer() + Integer.BYTES, checksum());
    }

    /** How many rows were sealed; 0 when the block is not as it was then. */
    int sealed() {
        int used = bytes.getInt(layout.trailer());
        return used > 0 && used <= Layout.ROWS && bytes.getInt(layout.trailer() + Integer.BYTES) == checksum()
                ? used
                : 0;
    }

    private int checksum() {
        var sum = new CRC32C();
        sum.update(bytes.slice(0, layout.trailer() + Integer.BYTES));
        return (int) sum.getValue();
    }

    float[] vector(int row) {
        var vector = new float[layout.dimension()];
        bytes.asFloatBuffer().get(row * vector.length, vector);
        return vector;
    }

    /** The products of the query with rows in int8. */
    void products(Kernel kernel, Probe query, int row, int count, int[] into) {
        kernel.dots(query, bytes, layout.codes() + row * layout.codeBytes(), count, into);
    }

    /** In how many bits the first rows differ from the query; filled up to whole groups. */
    void distances(Kernel kernel, Probe query, int count, int[] into) {
        kernel.distances(query, bytes, layout.bits(), (count + Layout.GROUP - 1) / Layout.GROUP, into);
    }

    float scale(int row) {
        return bytes.getFloat(layout.scales() + row * Float.BYTES);
    }

    /** Days since 1970, or {@link #GONE}. */
    int day(int row) {
        return bytes.getInt(layout.days() + row * Integer.BYTES);
    }

    int categories(int row) {
        return bytes.getInt(layout.categories() + row * Integer.BYTES);
    }

    ArticleId article(int row) {
        int at = layout.ids() + row * Layout.ID_BYTES;
        var id = new byte[bytes.get(at)];
        bytes.get(at + 1, id);
        return new ArticleId(new String(id, StandardCharsets.ISO_8859_1));
    }

    boolean hasArticle(int row, byte[] id) {
        return same(layout.ids() + row * Layout.ID_BYTES, id);
    }

    byte[] idBytes(int row) {
        var id = new byte[Layout.ID_BYTES];
        bytes.get(layout.ids() + row * Layout.ID_BYTES, id);
        return id;
    }

    boolean hasText(int row, byte[] text) {
        return same(layout.texts() + row * Layout.TEXT_BYTES, Arrays.copyOf(text, Layout.TEXT_BYTES));
    }

    private boolean same(int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i += Long.BYTES) {
            if (bytes.getLong(at + i) != longAt(wanted, i)) {
                return false;
            }
        }
        return true;
    }

    private long longAt(byte[] from, int at) {
        return ByteBuffer.wrap(from).order(bytes.order()).getLong(at);
    }

    /** The id in its fixed form: its length, its letters, zeros. */
    static byte[] idBytes(ArticleId article) {
        var letters = article.value().getBytes(StandardCharsets.ISO_8859_1);
        var id = new byte[Layout.ID_BYTES];
        id[0] = (byte) letters.length;
        System.arraycopy(letters, 0, id, 1, letters.length);
        return id;
    }

    /** Whether the id has a fixed form; all that arXiv gave out have. */
    static boolean fits(ArticleId article) {
        return article.value().length() < Layout.ID_BYTES;
    }
}
