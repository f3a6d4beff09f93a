package org.articlerecommender.platform;

import io.quarkus.logging.LoggingFilter;
import java.util.function.BooleanSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps out of the log what scheduled tasks complain of while the application stops: connections and native libraries go
 * before the tasks that use them, and the next start does anew what was left.
 */
@LoggingFilter(name = "quiet-stop")
public final class QuietStop implements Filter {

    private static final String TASKS = "io.quarkus.scheduler.";

    private final BooleanSupplier stopping;

    public QuietStop() {
        this(QuietStop::isStopping);
    }

    QuietStop(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        var logger = entry.getLoggerName();
        return logger == null || !logger.startsWith(TASKS) || !stopping.getAsBoolean();
    }

    // Java tells in no other way that it is going down
    private static boolean isStopping() {
        var hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
