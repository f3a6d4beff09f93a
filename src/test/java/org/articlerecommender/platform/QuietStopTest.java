package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class QuietStopTest {

    private static final String TASKS = "io.quarkus.scheduler.common.runtime.StatusEmitterInvoker";

    @Test
    void leavesEverythingInTheLogWhileTheApplicationRuns() {
        assertThat(new QuietStop().isLoggable(by(TASKS))).isTrue();
    }

    @Test
    void keepsOutOnlyWhatTasksComplainOfWhileItStops() {
        var stopping = new QuietStop(() -> true);

        assertThat(stopping.isLoggable(by(TASKS))).isFalse();
        assertThat(stopping.isLoggable(by("org.articlerecommender.platform.Jobs")))
                .isTrue();
        assertThat(stopping.isLoggable(by(null))).isTrue();
    }

    private static LogRecord by(String logger) {
        var entry = new LogRecord(Level.SEVERE, "Error occurred while executing task");
        entry.setLoggerName(logger);
        return entry;
    }
}
