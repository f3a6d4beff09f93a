package org.articlerecommender.platform;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.nio.file.Path;

/**
 * Gives the settings {@code embedded.postgres.url} and {@code embedded.redis.url} a value by starting the server when
 * somebody asks. The stores' addresses refer to them by default; an address set from outside refers to nothing and
 * starts nothing.
 *
 * <p>{@code jvm.pid} is the number of this process, for directories that no two processes may share.
 */
// Below the interceptor that expands ${…}, which would otherwise not see these names
@Priority(Priorities.LIBRARY)
public class EmbeddedAddresses implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return switch (name) {
            case "embedded.postgres.url" -> value(name, EmbeddedServers.postgres(settings(context)));
            case "embedded.redis.url" -> value(name, EmbeddedServers.redis(settings(context)));
            case "jvm.pid" -> value(name, Long.toString(ProcessHandle.current().pid()));
            default -> context.proceed(name);
        };
    }

    private static EmbeddedSettings settings(ConfigSourceInterceptorContext context) {
        return new EmbeddedSettings(
                Path.of(read(context, "data.dir", "data")),
                Path.of(read(context, "embedded.cache-dir", "data/cache")),
                Boolean.parseBoolean(read(context, "embedded.throw-away", "false")),
                read(context, "quarkus.http.port", "8080"));
    }

    private static String read(ConfigSourceInterceptorContext context, String name, String otherwise) {
        var value = context.restart(name);
        return value == null || value.getValue() == null ? otherwise : value.getValue();
    }

    private static ConfigValue value(String name, String value) {
        return ConfigValue.builder()
                .withName(name)
                .withValue(value)
                .withRawValue(value)
                .withConfigSourceName("embedded servers")
                .build();
    }
}
