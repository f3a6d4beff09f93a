package org.articlerecommender.nearest;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The widest registers of the processor, by the incubating vector module.
 *
 * <p>Loaded by name and only where the module is; compiled apart, because the compiler warns of every use of it.
 */
final class SimdKernel implements Kernel {

    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, VectorShape.forBitSize(SHORTS.vectorBitSize()));
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
    private static final int STEP = SHORTS.length();
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
    private static final boolean EIGHT_FIT = SHORTS.vectorBitSize() >= EIGHT.vectorBitSize();

    // Two products of at most 127 x 127 fit into 16 bits; the halves of each 32 are then added up by shifts, which
    // unlike a widening conversion stay inside their lane
    @Override
    public void dots(byte[] query, byte[] rows, int count, int[] products) {
        int size = query.length;
        var wide = new short[size];
        for (int i = 0; i < size; i++) {
            wide[i] = query[i];
        }
        for (int row = 0; row < count; row++) {
            int start = row * size;
            var low = IntVector.zero(INTS);
            var high = IntVector.zero(INTS);
            for (int i = 0; i < size; i += 2 * STEP) {
                var pair = product(wide, i, rows, start + i)
                        .add(product(wide, i + STEP, rows, start + i + STEP))
                        .reinterpretAsInts();
                low = low.add(pair.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16));
                high = high.add(pair.lanewise(VectorOperators.ASHR, 16));
            }
            products[row] = low.add(high).reduceLanes(VectorOperators.ADD);
        }
    }

    // The eight sums of the scalar kernel in one register. A fused multiplication would round otherwise
    @Override
    public float dot(float[] a, float[] b) {
        if (!EIGHT_FIT) {
            return ScalarKernel.eightSums(a, b);
        }
        var sums = FloatVector.zero(EIGHT);
        int end = EIGHT.loopBound(a.length);
        for (int i = 0; i < end; i += 8) {
            sums = sums.add(FloatVector.fromArray(EIGHT, a, i).mul(FloatVector.fromArray(EIGHT, b, i)));
        }
        float first = sums.lane(0);
        for (int i = end; i < a.length; i++) {
            first += a[i] * b[i];
        }
        return ((first + sums.lane(1)) + (sums.lane(2) + sums.lane(3)))
                + ((sums.lane(4) + sums.lane(5)) + (sums.lane(6) + sums.lane(7)));
    }

    private static ShortVector product(short[] query, int at, byte[] rows, int start) {
        var row = (ShortVector) ByteVector.fromArray(BYTES, rows, start).convertShape(VectorOperators.B2S, SHORTS, 0);
        return row.mul(ShortVector.fromArray(SHORTS, query, at));
    }
}
