package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.articlerecommender.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PaceTest {

    private static final Instant LATE = Instant.MAX;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final FakeTime time = new FakeTime("2026-04-12T10:00:00Z");
    private final FakeSharedPace shared = new FakeSharedPace();
    private final Set<Thread> inLine = ConcurrentHashMap.newKeySet();
    private final Pace pace = new Pace(shared, TestSettings.arxiv("pace", "3s"), time, time);

    @Test
    void keepsThePauseAfterTheEndOfARequest() throws InterruptedException {
        pace.enter(Pace.Rank.HARVEST, LATE);
        time.sleep(Duration.ofSeconds(7));
        pace.leave(Duration.ZERO);
        var ended = time.instant();

        pace.enter(Pace.Rank.SEARCH, LATE);

        assertThat(time.instant()).isEqualTo(ended.plusSeconds(3));
    }

    @Test
    void keepsTheLongerPauseThatArxivAskedFor() throws InterruptedException {
        pace.enter(Pace.Rank.HARVEST, LATE);
        pace.leave(Duration.ofSeconds(20));
        var ended = time.instant();

        pace.enter(Pace.Rank.HARVEST, LATE);

        assertThat(time.instant()).isEqualTo(ended.plusSeconds(20));
    }

    @Test
    void refusesAtOnceWhenTheTurnCannotComeInTime() throws InterruptedException {
        pace.enter(Pace.Rank.HARVEST, LATE);
        pace.leave(Duration.ofSeconds(20));
        var asked = time.instant();

        assertThatThrownBy(() -> pace.enter(Pace.Rank.SEARCH, asked.plusSeconds(8)))
                .isInstanceOf(ArxivUnavailable.class)
                .hasMessageContaining("20 s");
        assertThat(time.instant()).isEqualTo(asked);
    }

    @Test
    void waitsForTheTurnOfAnotherReplica() throws InterruptedException {
        shared.refusals = 4;
        var asked = time.instant();

        pace.enter(Pace.Rank.HARVEST, LATE);

        assertThat(time.instant()).isEqualTo(asked.plusMillis(4 * 50));
    }

    @Test
    void letsASearchGoBeforeAWaitingHarvest() throws Exception {
        var real = real("200ms");
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        real.enter(Pace.Rank.HARVEST, LATE);
        var harvest = start(real, Pace.Rank.HARVEST, order, "harvest");
        var search = start(real, Pace.Rank.SEARCH, order, "search");

        real.leave(Duration.ZERO);
        harvest.join();
        search.join();

        assertThat(order).containsExactly("search", "harvest");
    }

    @Test
    void letsOneThreadAtATimeIn() throws Exception {
        var real = real("0s");
        var inside = new AtomicBoolean();
        var overlapped = new AtomicBoolean();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                try {
                    for (int round = 0; round < 5; round++) {
                        real.enter(Pace.Rank.HARVEST, LATE);
                        overlapped.compareAndSet(false, !inside.compareAndSet(false, true));
                        // long enough for another to come in, if it could
                        LockSupport.parkNanos(A_MOMENT.toNanos());
                        inside.set(false);
                        real.leave(Duration.ZERO);
                    }
                } catch (InterruptedException e) {
                    overlapped.set(true);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(overlapped).isFalse();
    }

    /** A pace by the clock, whose waiting threads show that they are in line. */
    private Pace real(String pause) {
        return new Pace(shared, TestSettings.arxiv("pace", pause), Clock.systemUTC(), wait -> {
            inLine.add(Thread.currentThread());
            LockSupport.parkNanos(A_MOMENT.toNanos());
        });
    }

    private Thread start(Pace pace, Pace.Rank rank, List<String> order, String name) {
        var thread = new Thread(() -> {
            try {
                pace.enter(rank, LATE);
                order.add(name);
                pace.leave(Duration.ZERO);
            } catch (InterruptedException e) {
                order.add("interrupted");
            }
        });
        thread.start();
        Eventually.holds(name + " waits in line", Duration.ofSeconds(10), () -> inLine.contains(thread));
        return thread;
    }

    /** The turn among replicas, which another one holds for the first few claims. */
    static class FakeSharedPace implements SharedPace {

        int refusals;

        @Override
        public synchronized Duration claim(boolean search, Duration lease) {
            return refusals-- > 0 ? Duration.ofMillis(50) : Duration.ZERO;
        }

        @Override
        public void release(Duration pause) {}
    }
}
