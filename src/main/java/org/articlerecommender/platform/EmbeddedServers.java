package org.articlerecommender.platform;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The servers of this process: each starts once, on demand, and stops with the process.
 *
 * <p>Dev mode and tests load this class several times in one process, so the addresses are kept as system properties. A
 * failed start is remembered too, until the class is loaded anew, and not tried at each look at the settings.
 */
final class EmbeddedServers {

    private static final Map<String, CannotStart> FAILED = new ConcurrentHashMap<>();

    private EmbeddedServers() {}

    static String postgres(EmbeddedSettings settings) {
        return url("postgres", settings, EmbeddedPostgres::new);
    }

    static String redis(EmbeddedSettings settings) {
        return url("redis", settings, EmbeddedRedis::new);
    }

    /** Those that were started for the directory in this process. */
    static List<EmbeddedServer> running(EmbeddedSettings settings) {
        return Stream.of(
                        running("postgres", settings, EmbeddedPostgres::new),
                        running("redis", settings, EmbeddedRedis::new))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<EmbeddedServer> running(
            String kind, EmbeddedSettings settings, Function<EmbeddedSettings, EmbeddedServer> maker) {
        return Optional.ofNullable(System.getProperty(key(kind, settings))).map(url -> maker.apply(settings));
    }

    private static String url(
            String kind, EmbeddedSettings settings, Function<EmbeddedSettings, EmbeddedServer> maker) {
        var key = key(kind, settings);
        // a literal is the one object that all loaders of this class share
        synchronized ("org.articlerecommender.platform.EmbeddedServers") {
            var running = System.getProperty(key);
            if (running != null) {
                return running;
            }
            if (FAILED.containsKey(key)) {
                throw FAILED.get(key);
            }
            if (!FAILED.isEmpty()) {
                // the application is not going to start; one reason is enough to read
                return kind.equals("redis") ? "redis://127.0.0.1:1" : "jdbc:postgresql://127.0.0.1:1/none";
            }
            return start(key, settings, maker);
        }
    }

    private static String start(
            String key, EmbeddedSettings settings, Function<EmbeddedSettings, EmbeddedServer> maker) {
        try {
            InstanceLock.take(settings);
            if (settings.throwAway()) {
                Leftovers.mark(settings.directory());
                Leftovers.remove(settings.directory());
            }
            var server = maker.apply(settings);
            var url = server.start();
            System.setProperty(key, url);
            StopAtExit.register(server.stopCommand());
            return url;
        } catch (CannotStart e) {
            FAILED.put(key, e);
            throw e;
        } catch (IOException e) {
            var refusal = DataDirectory.unusable(settings.directory(), e);
            FAILED.put(key, refusal);
            throw refusal;
        }
    }

    private static String key(String kind, EmbeddedSettings settings) {
        return "embedded.%s@%s".formatted(kind, settings.directory());
    }
}
