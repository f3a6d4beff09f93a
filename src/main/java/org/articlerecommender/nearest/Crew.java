package org.articlerecommender.nearest;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** Divides the parts of a piece of work among the cores. The caller works too, so busy cores only make it slower. */
final class Crew {

    // Below this many parts a second thread costs more than it does
    private static final int WORTH_IT = 8;

    private final int threads;

    Crew(int threads) {
        this.threads = threads;
    }

    /**
     * Runs the work once per thread.
     *
     * @param work asks for the number of its next part until that is -1, and answers what came of its parts
     */
    <T> List<T> divide(int parts, Function<IntSupplier, T> work) {
        var next = new AtomicInteger();
        IntSupplier hand = () -> {
            int part = next.getAndIncrement();
            return part < parts ? part : -1;
        };
        if (threads == 1 || parts < WORTH_IT) {
            return List.of(work.apply(hand));
        }
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(thread -> work.apply(hand))
                .toList();
    }

    /** Does something with each of a few things, at once as far as there are cores. */
    <T, R> List<R> each(List<T> things, Function<T, R> work) {
        return things.size() == 1
                ? List.of(work.apply(things.get(0)))
                : things.parallelStream().map(work).toList();
    }
}
