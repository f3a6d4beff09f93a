package org.articlerecommender.catalog;

/** Finds the k-th largest of many numbers without putting them in order: a radix selection over their bits. */
final class Selection {

    private static final int DIGIT = 11;
    private static final int VALUES = 1 << DIGIT;

    private Selection() {}

    /**
     * The number that is in this place when the largest is in the first.
     *
     * @param numbers none is not a number
     * @param place from 1 to as many as there are
     */
    static float largest(float[] numbers, int place) {
        int prefix = 0;
        int rest = place;
        // three digits make the 33 bits that hold 32; the first has a bit less
        for (int shift = 2 * DIGIT; shift >= 0; shift -= DIGIT) {
            var counts = counts(numbers, prefix, shift);
            int digit = VALUES - 1;
            while (counts[digit] < rest) {
                rest -= counts[digit--];
            }
            prefix |= digit << shift;
        }
        return number(prefix);
    }

    private static int[] counts(float[] numbers, int prefix, int shift) {
        var counts = new int[VALUES];
        int above = shift + DIGIT;
        for (float number : numbers) {
            int key = key(number);
            if (above > 31 || (key ^ prefix) >>> above == 0) {
                counts[key >>> shift & VALUES - 1]++;
            }
        }
        return counts;
    }

    // as unsigned whole numbers these are in the order of the numbers
    private static int key(float number) {
        int bits = Float.floatToRawIntBits(number);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    private static float number(int key) {
        return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
    }
}
