package org.articlerecommender.platform;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives every module the same clock, in UTC, on every instance that shares a store; a test replaces it. */
class SystemClock {

    @Produces
    @Singleton
    @Typed(StoreClock.class)
    StoreClock store() {
        return new StoreClock(Clock.systemUTC());
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(StoreClock store) {
        return store;
    }
}
