package org.articlerecommender.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The application as a child process on a free port, with its own servers and data; closed, nothing of it runs on. */
class Application implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long STEP_NANOS = Duration.ofMillis(10).toNanos();

    private static final Set<Application> RUNNING = ConcurrentHashMap.newKeySet();

    private final Process process;
    private final Path data;
    private final Path log;
    private final Calls calls;
    private final long started = System.nanoTime();
    private Allocation allocation;

    private Application(Process process, Path data, Path log, Calls calls) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.calls = calls;
        RUNNING.add(this);
    }

    static Application start(Path data, Map<String, String> settings) throws IOException {
        int port = freePort();
        // As people start it, so with the memory that people give it
        var command = List.of("scripts/run", "--port", Integer.toString(port), "--data-dir", data.toString());
        var log = data.resolveSibling("application.log");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("HOST", "127.0.0.1");
        builder.environment().putAll(quiet());
        builder.environment().putAll(settings);
        return new Application(builder.start(), data, log, new Calls(URI.create("http://127.0.0.1:" + port)));
    }

    // No harvest and no nightly job runs into the measurements, and arXiv is never asked
    private static Map<String, String> quiet() {
        var nowhere = "http://127.0.0.1:9";
        return Map.of(
                "ARXIV_API_URL", nowhere,
                "ARXIV_OAI_URL", nowhere,
                "ARXIV_RSS_URL", nowhere,
                "INGESTION_AT_START", "false",
                "JOBS_CRON_HARVEST", "off",
                "JOBS_CRON_EMBED", "off",
                "JOBS_CRON_AGGREGATE", "off",
                "JOBS_CRON_TRAIN", "off");
    }

    /** Closes whatever a run that was broken off has left. */
    static void closeAll() {
        RUNNING.forEach(Application::close);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Calls calls() {
        return calls;
    }

    /** Milliseconds from the start of the process until the path is answered with 200. */
    double until(String path) throws IOException, InterruptedException {
        while (System.nanoTime() - started < PATIENCE.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended by itself:\n" + lastLines());
            }
            if (calls.answers(path)) {
                return (System.nanoTime() - started) / 1e6;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        throw new IllegalStateException("no answer from " + path + " after " + PATIENCE + ":\n" + lastLines());
    }

    /**
     * Milliseconds of processor time that the application itself has used. Unlike the clock it hardly depends on what
     * else runs on the machine.
     */
    double cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }

    /** What its threads have allocated; asked of it when first needed, not before it is up. */
    synchronized Allocation allocation() {
        try {
            if (allocation == null) {
                allocation = Allocation.of(process.pid());
            }
            return allocation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Footprint footprint() throws IOException {
        return Footprint.of(process.toHandle(), data);
    }

    @Override
    public void close() {
        var servers = Footprint.servers(process.toHandle(), data);
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        servers.forEach(ProcessHandle::destroy);
        RUNNING.remove(this);
    }

    private String lastLines() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
