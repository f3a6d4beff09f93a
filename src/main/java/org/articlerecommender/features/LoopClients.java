package org.articlerecommender.features;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client of Redis for each event loop, with the settings of the one that all share. That one reads every answer on one and the
 * same event loop; a read from another would pass two threads more, each with a turn to wait for on a busy machine.
 */
@Singleton
class LoopClients implements RedisOptionsCustomizer {

    private final Map<Thread, Redis> byLoop = new ConcurrentHashMap<>();
    private volatile RedisOptions options;

    @Override
    public void customize(String client, RedisOptions settings) {
        options = new RedisOptions(settings);
    }

    /** The client of this event loop; empty for other threads, and for the first read on an event loop. */
    Optional<Redis> here() {
        if (!Context.isOnEventLoopThread() || options == null) {
            return Optional.empty();
        }
        var known = byLoop.get(Thread.currentThread());
        if (known == null) {
            // not within a request, whose own context the connections would keep
            VertxContext.getRootContext(Vertx.currentContext()).runOnContext(later -> open());
        }
        return Optional.ofNullable(known);
    }

    private void open() {
        byLoop.computeIfAbsent(Thread.currentThread(), loop -> {
            var own = new RedisOptions(options).setPoolName(loop.getName());
            return Redis.newInstance(io.vertx.redis.client.Redis.createClient(
                    Vertx.currentContext().owner(), own));
        });
    }

    @PreDestroy
    void close() {
        byLoop.values().forEach(Redis::close);
    }
}
