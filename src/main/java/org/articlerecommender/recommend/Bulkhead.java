package org.articlerecommender.recommend;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many threads compute at the same time, in the order they come: more would take no less time, but each
 * holds a few hundred kilobytes meanwhile, which every collection of garbage then copies. Who has waited for long goes
 * ahead all the same, because then those inside do not compute but wait for something.
 */
final class Bulkhead {

    private final Semaphore places;
    private final Duration patience;

    Bulkhead(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    <T> T compute(Supplier<T> work) {
        boolean entered = enter();
        try {
            return work.get();
        } finally {
            if (entered) {
                places.release();
            }
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
