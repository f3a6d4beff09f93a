package org.articlerecommender.bench;

import java.util.stream.IntStream;

/** How fast the machine reads memory when it does nothing else: the limit of every scan. */
class MemoryRead {

    private static final int LONGS = 1 << 25;

    private final long[][] memory;

    MemoryRead(int threads) {
        memory = new long[threads][LONGS];
    }

    /** Gigabytes a second, all threads together. */
    double gigabytesPerSecond() {
        long start = System.nanoTime();
        long sum = IntStream.range(0, memory.length)
                .parallel()
                .mapToLong(thread -> sum(memory[thread]))
                .sum();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (sum != 0) {
            throw new IllegalStateException("zeros add up to " + sum);
        }
        return (double) memory.length * LONGS * Long.BYTES / seconds / 1e9;
    }

    private static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }
}
