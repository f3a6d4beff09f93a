package org.articlerecommender.nearest;

/**
 * Where the numbers of {@value #ROWS} rows lie in their block: column after column, so that a scan reads only its own.
 *
 * @param dimension how many numbers a vector has
 */
record Layout(int dimension) {

    static final int ROWS = 1024;
    static final int ID_BYTES = 32;
    static final int TEXT_BYTES = 32;
    private static final int PAGE = 4096;
    // Rows of the short forms are filled up with zeros, so that kernels need no loop for the rest
    private static final int LANES = 64;

    Layout {
        if (dimension < 1 || dimension > 8192) {
            throw new IllegalArgumentException("vectors of " + dimension + " numbers");
        }
    }

    /** Bytes of a row in int8. */
    int codeBytes() {
        return words() * LANES;
    }

    /** 64-bit words of a row in one bit a number. */
    int words() {
        return (dimension + LANES - 1) / LANES;
    }

    int codes() {
        return ROWS * dimension * Float.BYTES;
    }

    int bits() {
        return codes() + ROWS * codeBytes();
    }

    int scales() {
        return bits() + ROWS * words() * Long.BYTES;
    }

    int days() {
        return scales() + ROWS * Float.BYTES;
    }

    int categories() {
        return days() + ROWS * Integer.BYTES;
    }

    int ids() {
        return categories() + ROWS * Integer.BYTES;
    }

    int texts() {
        return ids() + ROWS * ID_BYTES;
    }

    /** Where the number of rows used and the checksum are. */
    int trailer() {
        return texts() + ROWS * TEXT_BYTES;
    }

    int blockBytes() {
        return (trailer() + 2 * Integer.BYTES + PAGE - 1) / PAGE * PAGE;
    }
}
