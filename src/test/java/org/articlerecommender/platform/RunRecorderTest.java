package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunRecorderTest {

    private final JobRunTable table;
    private final DataSource dataSource;
    private final AtomicBoolean away = new AtomicBoolean();

    RunRecorderTest(JobRunTable table, DataSource dataSource) {
        this.table = table;
        this.dataSource = dataSource;
    }

    @Test
    void writesTheLastWordOfARunThatEndedWhilePostgresWasAway() {
        var run = new JobRun(
                UUID.randomUUID(),
                "rehearsal",
                JobRun.Trigger.HAND,
                JobRun.State.RUNNING,
                Instant.parse("2026-01-02T03:04:05Z"),
                null,
                0,
                0,
                "Starting");
        table.save(run);
        var recorder = new RunRecorder(new JobRunTable(sometimesAway()), Clock.systemUTC(), run);
        assertThat(recorder.isOver()).isFalse();

        away.set(true);
        recorder.end(JobRun.State.FAILED, "PostgreSQL went away");
        assertThat(recorder.isOver()).isFalse();
        away.set(false);

        assertThat(recorder.isOver()).isTrue();
        assertThat(table.find(run.id()).orElseThrow())
                .extracting(JobRun::state, JobRun::sentence)
                .containsExactly(JobRun.State.FAILED, "PostgreSQL went away");
    }

    private DataSource sometimesAway() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        throw new SQLException("away");
                    }
                    try {
                        return method.invoke(dataSource, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
