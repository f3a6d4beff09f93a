package org.articlerecommender.nearest;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The widest registers of the processor, by the incubating vector module, straight from the memory of the block: a copy on
 * the heap would cost more than the numbers themselves.
 *
 * <p>Loaded by name and only where the module is; compiled apart, because the compiler warns of every use of it.
 */
final class SimdKernel implements Kernel {

    private static final VectorSpecies<Byte> BYTES =
            ByteVector.SPECIES_PREFERRED.vectorBitSize() > 512 ? ByteVector.SPECIES_512 : ByteVector.SPECIES_PREFERRED;
    private static final VectorShape SHAPE = BYTES.vectorShape();
    private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, SHAPE);
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
    private static final boolean EIGHT_FIT = SHORTS.vectorBitSize() >= EIGHT.vectorBitSize();
    private static final MethodHandle LOAD = load();
    private static final int WORD = Layout.GROUP * Integer.BYTES;

    // Java 17 reads vectors from buffers, later ones from the segments behind them
    private static MethodHandle load() {
        var lookup = MethodHandles.lookup();
        var type = MethodType.methodType(
                ByteVector.class, VectorSpecies.class, ByteBuffer.class, int.class, ByteOrder.class);
        try {
            return lookup.findStatic(ByteVector.class, "fromByteBuffer", type);
        } catch (ReflectiveOperationException e) {
            return loadFromSegment(lookup, type);
        }
    }

    private static MethodHandle loadFromSegment(MethodHandles.Lookup lookup, MethodType type) {
        try {
            var segment = Class.forName("java.lang.foreign.MemorySegment");
            var behind = lookup.findStatic(segment, "ofBuffer", MethodType.methodType(segment, Buffer.class));
            var from = type.changeParameterType(1, segment).changeParameterType(2, long.class);
            return MethodHandles.filterArguments(
                            lookup.findStatic(ByteVector.class, "fromMemorySegment", from), 1, behind)
                    .asType(type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector module reads neither buffers nor segments", e);
        }
    }

    private static ByteVector load(ByteBuffer rows, int at) {
        try {
            return (ByteVector) LOAD.invokeExact((VectorSpecies<?>) BYTES, rows, at, ByteOrder.nativeOrder());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    // Two products of at most 127 x 127 fit into 16 bits; the halves of each 32 are then added up by shifts, which
    // unlike a widening conversion stay inside their lane
    @Override
    public void dots(Probe query, ByteBuffer rows, int at, int count, int[] products) {
        var even = query.even();
        var odd = query.odd();
        for (int row = 0; row < count; row++) {
            int start = at + row * 2 * even.length;
            var low = IntVector.zero(INTS);
            var high = IntVector.zero(INTS);
            for (int i = 0; i < even.length; i += SHORTS.length()) {
                var codes = load(rows, start + 2 * i).reinterpretAsShorts();
                var pair = codes.lanewise(VectorOperators.LSHL, 8)
                        .lanewise(VectorOperators.ASHR, 8)
                        .mul(ShortVector.fromArray(SHORTS, even, i))
                        .add(codes.lanewise(VectorOperators.ASHR, 8).mul(ShortVector.fromArray(SHORTS, odd, i)))
                        .reinterpretAsInts();
                low = low.add(pair.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16));
                high = high.add(pair.lanewise(VectorOperators.ASHR, 16));
            }
            products[row] = low.add(high).reduceLanes(VectorOperators.ADD);
        }
    }

    // Each lane has a row, so that nothing is added up across lanes
    @Override
    public void distances(Probe query, ByteBuffer rows, int at, int groups, int[] distances) {
        var bits = query.bits();
        for (int row = 0; row < groups * Layout.GROUP; row += INTS.length()) {
            int start = at + (row / Layout.GROUP * bits.length * Layout.GROUP + row % Layout.GROUP) * Integer.BYTES;
            var sum = IntVector.zero(INTS);
            for (int word = 0; word < bits.length; word += 2) {
                int place = start + word * WORD;
                var four =
                        perFour(load(rows, place), bits[word]).add(perFour(load(rows, place + WORD), bits[word + 1]));
                var eight = four.and(0x0f0f0f0f)
                        .add(four.lanewise(VectorOperators.LSHR, 4).and(0x0f0f0f0f));
                sum = sum.add(eight.and(0x00ff00ff))
                        .add(eight.lanewise(VectorOperators.LSHR, 8).and(0x00ff00ff));
            }
            sum.add(sum.lanewise(VectorOperators.LSHR, 16)).and(0xffff).intoArray(distances, row);
        }
    }

    // How many of each four bits differ, there; Java 17 has no instruction for counting bits in lanes
    private static IntVector perFour(ByteVector row, int query) {
        var differ = row.reinterpretAsInts().lanewise(VectorOperators.XOR, query);
        var perTwo = differ.sub(differ.lanewise(VectorOperators.LSHR, 1).and(0x55555555));
        return perTwo.and(0x33333333)
                .add(perTwo.lanewise(VectorOperators.LSHR, 2).and(0x33333333));
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
}
