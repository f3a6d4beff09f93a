package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnlineTableTest {

    private static final FeatureView VIEW =
            DefinitionSource.shipped().view("document_daily_stats").orElseThrow();

    /** Waits long enough for a busy machine. */
    static final FeaturesConfig PATIENT = patience(Duration.ofSeconds(10));

    private final Vertx vertx = Vertx.vertx();
    private Instant now = Instant.parse("2025-07-01T06:00:00Z");

    /** Moves when the test says so. */
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    /** Of a Redis that is not there: nothing listens on port 1. */
    static OnlineTable dead(Vertx vertx, Clock clock) {
        var redis = Redis.createClient(vertx, "redis://127.0.0.1:1");
        return new OnlineTable(new RedisCalls(redis, new LoopClients(), vertx.getDelegate(), PATIENT, clock), PATIENT);
    }

    @Test
    void leavesADeadRedisAloneForSomeSeconds() {
        var table = dead(vertx, clock);
        assertThatThrownBy(() -> table.read("a version", "model", Map.of(VIEW, List.of("2503.00001"))))
                .isInstanceOf(OnlineStoreAway.class)
                .hasCauseInstanceOf(Throwable.class);

        long began = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            assertThatThrownBy(() -> table.read("a version", "model", Map.of(VIEW, List.of("2503.00001"))))
                    .isInstanceOf(OnlineStoreAway.class)
                    .hasNoCause();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));

        now = now.plusSeconds(6);
        assertThatThrownBy(() -> table.read("a version", "model", Map.of(VIEW, List.of("2503.00001"))))
                .hasCauseInstanceOf(Throwable.class);
    }

    @Test
    void doesNotAnswerWithAnOlderValueThanItWasGiven() {
        var table = dead(vertx, clock);
        var values = PackedValuesTest.random(VIEW, new Random(4));

        assertThatThrownBy(() -> table.write(VIEW, 1, Map.of("2503.00001", values)))
                .isInstanceOf(OnlineStoreAway.class);

        assertThat(table.unwritten()).containsExactly("features:document_daily_stats:2503.00001");
        now = now.plusSeconds(6);
        assertThatThrownBy(() -> table.read("a version", "model", Map.of(VIEW, List.of("2503.00001"))))
                .hasMessageContaining("has not taken the newest");
        table.settle(table.unwritten());
        assertThat(table.unwritten()).isEmpty();
    }

    @Test
    void anEventLoopDoesNotWaitForARedisThatSaysNothing() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var redis = Redis.createClient(vertx, "redis://127.0.0.1:" + silent.getLocalPort());
            var impatient = new OnlineTable(
                    new RedisCalls(
                            redis, new LoopClients(), vertx.getDelegate(), patience(Duration.ofMillis(300)), clock),
                    patience(Duration.ofMillis(300)));
            var went = new AtomicReference<Throwable>();
            var turns = new AtomicInteger();
            var done = new CountDownLatch(1);

            vertx.getDelegate().setPeriodic(5, turn -> turns.incrementAndGet());
            vertx.getDelegate()
                    .runOnContext(loop -> impatient
                            .reading("a version", "model", Map.of(VIEW, List.of("2503.00001")))
                            .subscribe()
                            .with(none -> done.countDown(), why -> {
                                went.set(why);
                                done.countDown();
                            }));

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(went.get()).isInstanceOf(OnlineStoreAway.class).hasCauseInstanceOf(TimeoutException.class);
            assertThat(turns).hasPositiveValue();
            assertThatThrownBy(() -> impatient.read("a version", "model", Map.of(VIEW, List.of("2503.00001"))))
                    .isInstanceOf(OnlineStoreAway.class)
                    .hasNoCause();
        }
    }

    private static FeaturesConfig patience(Duration patience) {
        return new FeaturesConfig() {
            @Override
            public Duration readPatience() {
                return patience;
            }

            @Override
            public Duration writePatience() {
                return patience;
            }

            @Override
            public Duration pause() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Optional<String> definitionsDir() {
                return Optional.empty();
            }

            @Override
            public double parityLeast() {
                return 0.9;
            }
        };
    }
}
