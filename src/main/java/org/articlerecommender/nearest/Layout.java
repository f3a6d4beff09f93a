package org.articlerecommender.nearest;

/**
 * Where the numbers of {@value #ROWS} rows lie in their block: column after column, so that a scan reads only its own.
 *
 * @param dimension how many numbers a vector has
 */
record Layout(int dimension) {

    static final int ROWS = 1024;
    /** So many rows have their bits side by side, a word of each after the other: what the widest registers hold. */
    static final int GROUP = 16;

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
        return (dimension + LANES - 1) / LANES * LANES;
    }

    /** 32-bit words of a row in one bit a number, always two together. */
    int words() {
        return codeBytes() / Integer.SIZE;
    }

    int codes() {
        return ROWS * dimension * Float.BYTES;
    }

    int bits() {
        return codes() + ROWS * codeBytes();
    }

    int scales() {
        return bits() + ROWS * words() * Integer.BYTES;
    }

    /** Where a word of a row's bits is. */
    int bits(int row, int word) {
        return bits() + ((row / GROUP * words() + word) * GROUP + row % GROUP) * Integer.BYTES;
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
