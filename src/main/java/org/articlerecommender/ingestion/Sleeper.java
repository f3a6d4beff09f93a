package org.articlerecommender.ingestion;

import java.time.Duration;

/** Lets time pass on the calling thread; a test lets its clock jump instead. */
@FunctionalInterface
interface Sleeper {

    void sleep(Duration time) throws InterruptedException;
}
