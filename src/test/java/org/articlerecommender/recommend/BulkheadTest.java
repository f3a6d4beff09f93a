package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.articlerecommender.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();

    @AfterEach
    void end() {
        gate.countDown();
        threads.shutdownNow();
    }

    @Test
    void letsOnlySoManyInAndTheNextWhenOneIsDone() throws Exception {
        var bulkhead = new Bulkhead(2, LONG);
        stay(bulkhead);
        stay(bulkhead);
        Eventually.holds("two are inside", LONG, () -> inside.get() == 2);
        var third = threads.submit(() -> bulkhead.compute(() -> "third"));

        assertThat(third.isDone()).isFalse();
        gate.countDown();

        assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo("third");
    }

    @Test
    void letsInWhoHasWaitedForLong() {
        var bulkhead = new Bulkhead(1, Duration.ofMillis(20));
        stay(bulkhead);
        Eventually.holds("one is inside", LONG, () -> inside.get() == 1);

        assertThat(bulkhead.compute(() -> "second")).isEqualTo("second");
    }

    @Test
    void whoWentAheadLeavesNoPlaceBehind() {
        var bulkhead = new Bulkhead(1, Duration.ofMillis(200));
        stay(bulkhead);
        Eventually.holds("one is inside", LONG, () -> inside.get() == 1);
        bulkhead.compute(() -> "second");

        long begun = System.nanoTime();
        bulkhead.compute(() -> "third");

        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(200_000_000);
    }

    @Test
    void aFailureGivesItsPlaceBack() {
        var bulkhead = new Bulkhead(1, LONG);
        assertThatThrownBy(() -> bulkhead.compute(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(bulkhead.compute(() -> "next")).isEqualTo("next");
    }

    private void stay(Bulkhead bulkhead) {
        threads.submit(() -> bulkhead.compute(() -> {
            int entered = inside.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return entered;
        }));
    }
}
