package org.articlerecommender.ingestion;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Time as it really passes. */
class RealTime {

    @Produces
    @Singleton
    @DefaultBean
    Sleeper sleeper() {
        return time -> Thread.sleep(Math.max(1, time.toMillis()));
    }
}
