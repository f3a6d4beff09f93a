package org.articlerecommender.features;

import io.quarkus.logging.Log;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Current values in Redis: one packed value per entity and view, at {@code features:<view>:<key>}.
 *
 * <p>When Redis does not answer, it is left alone for some seconds, so that requests do not wait for it one after the
 * other.
 */
@ApplicationScoped
class OnlineTable {

    // never empty, also when one call is answered while others still leave Redis alone: a job's outcome says it
    private static final String AWAY = "Redis does not answer";
    private static final int AT_ONCE = 500;
    private static final String FILLED = "features:filled";

    // The newer moment wins, so that replicas and threads may write in any order; kept for twice the TTL, so that a
    // value that has expired can be told from one that never was
    private static final String PUT_IF_NEWER = """
            local later = false
            for i, key in ipairs(KEYS) do
                local held = redis.call('GET', key)
                if not held or #held < %1$d or struct.unpack('>I8', held, %2$d) <= struct.unpack('>I8', ARGV[i + 1], %2$d) then
                    redis.call('SET', key, ARGV[i + 1], 'PX', ARGV[1])
                elseif not later or struct.unpack('>I8', held, %2$d) > struct.unpack('>I8', later) then
                    later = string.sub(held, %2$d, %1$d)
                end
            end
            return later
            """.formatted(PackedValues.MOMENT_AT + 7, PackedValues.MOMENT_AT);

    private final Redis redis;
    private final FeaturesConfig config;
    private final Clock clock;
    private final Set<String> unwritten = ConcurrentHashMap.newKeySet();
    private volatile Instant awayUntil = Instant.MIN;
    private volatile boolean away;
    // Redis may be back without its last second
    private volatile boolean doubtful;

    OnlineTable(Redis redis, FeaturesConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Values of the keys that have one of the view's present schema, by view and key, in one round trip; those that have
     * expired are among them.
     *
     * @throws OnlineStoreAway if Redis does not answer, holds an older value because it did not when it was given the
     *     present one, or was emptied or perhaps started anew and has not been filled with this version
     *     since
     */
    Map<String, Map<String, EntityValues>> read(
            String version, String model, Map<FeatureView, ? extends Collection<String>> keys) throws OnlineStoreAway {
        var names = new ArrayList<String>();
        keys.forEach((view, ofView) -> ofView.forEach(key -> names.add(name(view, key))));
        if (names.isEmpty()) {
            return Map.of();
        }
        if (!unwritten.isEmpty() && names.stream().anyMatch(unwritten::contains)) {
            throw new OnlineStoreAway("Redis has not taken the newest values yet", null);
        }
        var request = Request.cmd(Command.MGET).arg(FILLED);
        names.forEach(name -> request.arg(bytes(name)));
        var answer = send(request, config.readPatience());
        if (doubtful || answer.get(0) == null || !answer.get(0).toString().startsWith(version + "@")) {
            throw new OnlineStoreAway("Redis is being filled", null);
        }
        var found = new HashMap<String, Map<String, EntityValues>>();
        int at = 1;
        for (var one : keys.entrySet()) {
            var view = one.getKey();
            int schema = view.schema(model);
            var values = found.computeIfAbsent(view.name(), name -> new HashMap<>());
            for (var key : one.getValue()) {
                var packed = answer.get(at++);
                if (packed != null) {
                    PackedValues.unpack(view, schema, packed.toBytes()).ifPresent(held -> values.put(key, held));
                }
            }
        }
        return found;
    }

    /**
     * Writes values, a few hundred per round trip; what is there of a later moment stays.
     *
     * @return the latest moment of what stayed, empty when all was written
     */
    Optional<Instant> write(FeatureView view, int schema, Map<String, EntityValues> values) throws OnlineStoreAway {
        var keys = new ArrayList<>(values.keySet());
        var latest = Optional.<Instant>empty();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            var part = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
            var later = writePart(view, schema, values, part);
            latest = Stream.of(latest, later).flatMap(Optional::stream).max(Instant::compareTo);
        }
        return latest;
    }

    private Optional<Instant> writePart(
            FeatureView view, int schema, Map<String, EntityValues> values, List<String> keys) throws OnlineStoreAway {
        var request = Request.cmd(Command.EVAL).arg(PUT_IF_NEWER).arg(keys.size());
        keys.forEach(key -> request.arg(bytes(name(view, key))));
        request.arg(view.ttl().multipliedBy(2).toMillis());
        keys.forEach(key -> request.arg(Buffer.buffer(PackedValues.pack(view, schema, values.get(key)))));
        var names = keys.stream().map(key -> name(view, key)).toList();
        try {
            var later = send(request, config.writePatience());
            names.forEach(unwritten::remove);
            return Optional.ofNullable(later).map(moment -> PackedValues.moment(moment.toBytes()));
        } catch (OnlineStoreAway e) {
            unwritten.addAll(names);
            throw e;
        }
    }

    /** The names of the values that Redis did not take. */
    Set<String> unwritten() {
        return Set.copyOf(unwritten);
    }

    /** Takes those of the names off whose entities turned out to have no values that count. */
    void settle(Set<String> names) {
        unwritten.removeAll(names);
    }

    /** How Redis stands to what {@link #mark} said last. */
    enum Filling {
        /** It was said of this Redis in this run of it. */
        COMPLETE,
        /** It was never said, or Redis has been started anew since and may lack its last second. */
        DOUBTFUL,
        /** Something else was said: other definitions or another embedding model filled it. */
        OF_ANOTHER_VERSION
    }

    Filling filling(String version) throws OnlineStoreAway {
        var held = send(Request.cmd(Command.GET).arg(FILLED), config.readPatience());
        if (held == null) {
            return Filling.DOUBTFUL;
        }
        var said = held.toString();
        if (!said.startsWith(version + "@")) {
            return Filling.OF_ANOTHER_VERSION;
        }
        if (!said.equals(version + "@" + run())) {
            return Filling.DOUBTFUL;
        }
        doubtful = false;
        return Filling.COMPLETE;
    }

    /** Remembers in Redis that it holds everything of this version. */
    void mark(String version) throws OnlineStoreAway {
        send(Request.cmd(Command.SET).arg(FILLED).arg(version + "@" + run()), config.writePatience());
        doubtful = false;
    }

    private String run() throws OnlineStoreAway {
        return send(Request.cmd(Command.INFO).arg("server"), config.readPatience())
                .toString()
                .lines()
                .filter(line -> line.startsWith("run_id:"))
                .findFirst()
                .orElse("");
    }

    private Response send(Request request, Duration patience) throws OnlineStoreAway {
        if (clock.instant().isBefore(awayUntil)) {
            throw new OnlineStoreAway(AWAY, null);
        }
        try {
            var answer = redis.send(request).await().atMost(patience);
            if (away) {
                away = false;
                Log.info("Redis answers again");
            }
            return answer;
        } catch (RuntimeException e) {
            if (!away) {
                Log.warnf("Redis does not answer, current features come from PostgreSQL: %s", e);
            }
            away = true;
            doubtful = true;
            awayUntil = clock.instant().plus(config.pause());
            throw new OnlineStoreAway(AWAY, e);
        }
    }

    private static String name(FeatureView view, String key) {
        return "features:" + view.name() + ":" + key;
    }

    private static Buffer bytes(String text) {
        return Buffer.buffer(text.getBytes(StandardCharsets.UTF_8));
    }
}
