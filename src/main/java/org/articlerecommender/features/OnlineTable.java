package org.articlerecommender.features;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Current values in Redis: one packed value per entity and view, at {@code features:<view>:<key>}. */
@ApplicationScoped
class OnlineTable {

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

    private final RedisCalls calls;
    private final FeaturesConfig config;
    private final Set<String> unwritten = ConcurrentHashMap.newKeySet();

    OnlineTable(RedisCalls calls, FeaturesConfig config) {
        this.calls = calls;
        this.config = config;
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
        var names = names(keys);
        return names.isEmpty() ? Map.of() : found(version, model, keys, calls.send(mget(names), config.readPatience()));
    }

    /** The same for an event loop, which does not wait. */
    Uni<Map<String, Map<String, EntityValues>>> reading(
            String version, String model, Map<FeatureView, ? extends Collection<String>> keys) {
        return orFail(() -> {
            var names = names(keys);
            return names.isEmpty()
                    ? Uni.createFrom().item(Map.of())
                    : calls.sending(mget(names), config.readPatience())
                            .flatMap(
                                    answer -> orFail(() -> Uni.createFrom().item(found(version, model, keys, answer))));
        });
    }

    private interface Step<T> {
        Uni<T> next() throws OnlineStoreAway;
    }

    private static <T> Uni<T> orFail(Step<T> step) {
        try {
            return step.next();
        } catch (OnlineStoreAway e) {
            return Uni.createFrom().failure(e);
        }
    }

    private List<String> names(Map<FeatureView, ? extends Collection<String>> keys) throws OnlineStoreAway {
        var names = new ArrayList<String>();
        keys.forEach((view, ofView) -> ofView.forEach(key -> names.add(name(view, key))));
        if (!unwritten.isEmpty() && names.stream().anyMatch(unwritten::contains)) {
            throw new OnlineStoreAway("Redis has not taken the newest values yet", null);
        }
        return names;
    }

    private static Request mget(List<String> names) {
        var request = Request.cmd(Command.MGET).arg(FILLED);
        names.forEach(request::arg);
        return request;
    }

    private Map<String, Map<String, EntityValues>> found(
            String version, String model, Map<FeatureView, ? extends Collection<String>> keys, Response answer)
            throws OnlineStoreAway {
        if (calls.doubtful()
                || answer.get(0) == null
                || !answer.get(0).toString().startsWith(version + "@")) {
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
        keys.forEach(key -> request.arg(name(view, key)));
        request.arg(view.ttl().multipliedBy(2).toMillis());
        keys.forEach(key -> request.arg(Buffer.buffer(PackedValues.pack(view, schema, values.get(key)))));
        var names = keys.stream().map(key -> name(view, key)).toList();
        try {
            var later = calls.send(request, config.writePatience());
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
        var held = calls.send(Request.cmd(Command.GET).arg(FILLED), config.readPatience());
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
        calls.trust();
        return Filling.COMPLETE;
    }

    /** Remembers in Redis that it holds everything of this version. */
    void mark(String version) throws OnlineStoreAway {
        calls.send(Request.cmd(Command.SET).arg(FILLED).arg(version + "@" + run()), config.writePatience());
        calls.trust();
    }

    private String run() throws OnlineStoreAway {
        return calls.send(Request.cmd(Command.INFO).arg("server"), config.readPatience())
                .toString()
                .lines()
                .filter(line -> line.startsWith("run_id:"))
                .findFirst()
                .orElse("");
    }

    private static String name(FeatureView view, String key) {
        return "features:" + view.name() + ":" + key;
    }
}
