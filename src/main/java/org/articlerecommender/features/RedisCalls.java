package org.articlerecommender.features;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/**
 * Calls of Redis. When it does not answer, it is left alone for some seconds, so that requests do not wait for it one after
 * the other.
 */
@ApplicationScoped
class RedisCalls {

    // never empty, also when one call is answered while others still leave Redis alone: a job's outcome says it
    private static final String AWAY = "Redis does not answer";

    private final Redis redis;
    private final LoopClients loops;
    private final Vertx vertx;
    private final FeaturesConfig config;
    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;
    private volatile boolean away;
    private volatile boolean doubtful;

    RedisCalls(Redis redis, LoopClients loops, Vertx vertx, FeaturesConfig config, Clock clock) {
        this.redis = redis;
        this.loops = loops;
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
    }

    /** Whether Redis did not answer since {@link #trust}; it may be back without its last second. */
    boolean doubtful() {
        return doubtful;
    }

    /** Redis holds what it should. */
    void trust() {
        doubtful = false;
    }

    /** Waits for the answer, not longer than that. */
    Response send(Request request, Duration patience) throws OnlineStoreAway {
        refuseWhileAway();
        try {
            var answer = redis.send(request).await().atMost(patience);
            answered();
            return answer;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** The answer when it is there, on the event loop that asks; {@link OnlineStoreAway} when it is not by then. */
    Uni<Response> sending(Request request, Duration patience) {
        try {
            refuseWhileAway();
        } catch (OnlineStoreAway e) {
            return Uni.createFrom().failure(e);
        }
        return Uni.createFrom()
                .<Response>emitter(answer -> {
                    // of the event loop: one of a scheduler wakes another thread for every read
                    long timer = vertx.setTimer(
                            patience.toMillis(),
                            late -> answer.fail(
                                    new TimeoutException("no answer after %d ms".formatted(patience.toMillis()))));
                    loops.here()
                            .orElse(redis)
                            .send(request)
                            .onTermination()
                            .invoke(() -> vertx.cancelTimer(timer))
                            .subscribe()
                            .with(answer::complete, answer::fail);
                })
                .onItem()
                .invoke(this::answered)
                .onFailure()
                .transform(this::failed);
    }

    private void refuseWhileAway() throws OnlineStoreAway {
        if (clock.instant().isBefore(awayUntil)) {
            throw new OnlineStoreAway(AWAY, null);
        }
    }

    private void answered() {
        if (away) {
            away = false;
            Log.info("Redis answers again");
        }
    }

    private OnlineStoreAway failed(Throwable why) {
        if (!away) {
            Log.warnf("Redis does not answer, current features come from PostgreSQL: %s", why);
        }
        away = true;
        doubtful = true;
        awayUntil = clock.instant().plus(config.pause());
        return new OnlineStoreAway(AWAY, why);
    }
}
