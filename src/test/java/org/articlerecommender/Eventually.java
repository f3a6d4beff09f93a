package org.articlerecommender;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread, process or the store brings about. */
public final class Eventually {

    private static final long STEP_NANOS = Duration.ofMillis(10).toNanos();

    private Eventually() {}

    /**
     * Returns once the condition holds.
     *
     * @param what it is, for the failure
     * @throws AssertionError if it does not hold within the patience
     */
    public static void holds(String what, Duration patience, BooleanSupplier condition) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("not within %d s: %s".formatted(patience.toSeconds(), what));
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
