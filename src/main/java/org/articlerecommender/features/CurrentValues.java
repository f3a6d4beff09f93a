package org.articlerecommender.features;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The current values of readers and articles, from Redis or, while that is away, from history. */
@ApplicationScoped
class CurrentValues {

    /**
     * What was found.
     *
     * @param values by view and key; those that have expired are among them
     * @param degraded why they may be older or poorer than they should be, or null
     */
    record Found(Map<String, Map<String, EntityValues>> values, String degraded) {

        /** Of one view, by key. */
        Map<String, EntityValues> of(FeatureView view) {
            return values.getOrDefault(view.name(), Map.of());
        }

        /** Of one entity; null when there is nothing, or no such entity. */
        EntityValues of(FeatureView view, String key) {
            return key == null ? null : of(view).get(key);
        }
    }

    private final OnlineTable online;
    private final HistoryTable history;
    private final Vectors vectors;
    private final OnlineRebuild rebuild;
    private final Clock clock;

    CurrentValues(OnlineTable online, HistoryTable history, Vectors vectors, OnlineRebuild rebuild, Clock clock) {
        this.online = online;
        this.history = history;
        this.vectors = vectors;
        this.rebuild = rebuild;
        this.clock = clock;
    }

    /** In one round trip; a view that is not kept in Redis is read from history. */
    Found of(Map<FeatureView, List<String>> keys) {
        var model = vectors.model();
        var inRedis = new HashMap<>(keys);
        inRedis.keySet().removeIf(view -> !view.online());
        var elsewhere = new HashMap<>(keys);
        elsewhere.keySet().removeIf(FeatureView::online);
        try {
            var values = new HashMap<>(online.read(rebuild.version(), model, inRedis));
            var rest = fromHistory(model, elsewhere, null);
            values.putAll(rest.values());
            return new Found(values, rest.degraded());
        } catch (OnlineStoreAway away) {
            return fromHistory(model, keys, away.getMessage());
        }
    }

    /**
     * The same for an event loop, which does not wait: for Redis it comes back, for history it leaves the rest to another
     * thread.
     *
     * @param keys of views that are kept in Redis
     */
    Uni<Found> reading(Map<FeatureView, List<String>> keys) {
        return online.reading(rebuild.version(), vectors.model(), keys)
                .map(values -> new Found(values, null))
                .onFailure(OnlineStoreAway.class)
                .recoverWithUni(away -> elsewhere(() -> fromHistory(vectors.model(), keys, away.getMessage())));
    }

    /** On a thread that may wait: this one, unless it is an event loop. */
    static <T> Uni<T> elsewhere(Supplier<T> work) {
        var done = Uni.createFrom().item(work);
        return Context.isOnEventLoopThread() ? done.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : done;
    }

    private Found fromHistory(String model, Map<FeatureView, List<String>> keys, String why) {
        var values = new HashMap<String, Map<String, EntityValues>>();
        try {
            for (var one : keys.entrySet()) {
                values.put(one.getKey().name(), history.newest(one.getKey(), model, one.getValue(), clock.instant()));
            }
            return new Found(values, why == null ? null : why + "; values come from PostgreSQL");
        } catch (SQLException e) {
            return new Found(
                    Map.of(),
                    why == null
                            ? "PostgreSQL does not answer; some values are defaults"
                            : why + ", nor does PostgreSQL; values are defaults");
        }
    }

    /** Whether nothing that a read needs has to be opened first. */
    boolean ready() {
        return rebuild.ready();
    }

    /** Whether values of the view still count. */
    static boolean fresh(FeatureView view, EntityValues values, Instant now) {
        return values.at().isAfter(now.minus(view.ttl()));
    }
}
