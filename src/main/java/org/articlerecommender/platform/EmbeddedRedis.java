package org.articlerecommender.platform;

import io.quarkus.logging.Log;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Redis as a process of our own: loopback only, a made-up password, changes flushed to disk each second. Everything in
 * it can be rebuilt, so that a file that Redis does not take back is put aside and Redis starts empty.
 */
final class EmbeddedRedis implements EmbeddedServer {

    private static final String PROGRAM = "redis-server";
    private static final int PATIENCE_SECONDS = 20;
    private static final int LOADING_SECONDS = 120;

    private static final String CONFIGURATION = """
            # Written at each start; changes are lost
            bind 127.0.0.1
            port %d
            requirepass %s
            daemonize yes
            dir "%s"
            pidfile "%s"
            logfile "%s"
            appendonly %s
            appendfsync everysec
            save ""
            shutdown-on-sigterm %s
            maxmemory 256mb
            maxmemory-policy allkeys-lru
            """;

    // In the shell, because it runs when the process ends and Java's own classes may be out of reach
    private static final String STOP = """
            pid=$(cat "$0" 2>/dev/null) && grep -q redis "/proc/$pid/comm" && kill "$pid" || exit 0
            for i in $(seq 200); do [ -e "$0" ] || exit 0; sleep 0.1; done
            """;

    private final EmbeddedSettings settings;
    private final Path home;
    private final Path log;
    private final Path portFile;
    private final Path pidFile;

    EmbeddedRedis(EmbeddedSettings settings) {
        this.settings = settings;
        this.home = settings.directory().resolve("redis");
        this.log = home.resolve("server.log");
        this.portFile = home.resolve("port");
        this.pidFile = home.resolve("redis.pid");
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public String start() {
        try {
            Files.createDirectories(home);
            if (adopted()) {
                Log.infof("Redis was left running at port %d and goes on", DataDirectory.number(portFile));
            } else {
                launch(true);
            }
            return "redis://:%s@127.0.0.1:%d".formatted(password(), DataDirectory.number(portFile));
        } catch (IOException e) {
            throw DataDirectory.unusable(home, e);
        }
    }

    @Override
    public void restart() {
        try {
            if (!adopted()) {
                launch(false);
            }
        } catch (IOException e) {
            throw DataDirectory.unusable(home, e);
        }
    }

    @Override
    public boolean listens() {
        try {
            return DataDirectory.listens(DataDirectory.number(portFile));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<String> stopCommand() {
        return List.of("sh", "-c", STOP, pidFile.toString());
    }

    private boolean adopted() throws IOException {
        int pid = DataDirectory.number(pidFile);
        if (ServerProcess.runs(pid, PROGRAM) && answers(pid)) {
            return true;
        }
        ServerProcess.end(pid, PROGRAM, PATIENCE_SECONDS);
        Files.deleteIfExists(pidFile);
        return false;
    }

    private void launch(boolean mayMove) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = mayMove ? DataDirectory.freePort(portFile) : DataDirectory.number(portFile);
            long before = ServerProcess.logEnd(log);
            var configuration = home.resolve("redis.conf");
            DataDirectory.write(configuration, configuration(port));
            var program = ServerPrograms.redis(settings.cache());
            var ended = ServerProcess.run(List.of(program.toString(), configuration.toString()));
            if (ended.status() == 0 && answers(awaitPid())) {
                Log.infof("Redis runs at port %d with its data in %s", port, home);
                return;
            }
            var said = ended.output() + ServerProcess.logSince(log, before);
            if (said.contains("No space left")) {
                throw new IOException("No space left on device");
            }
            if (attempt == 3) {
                var reason = said.lines().reduce((first, last) -> last).orElse("it said nothing");
                throw new CannotStart("Redis did not start: %s (all of it in %s)", reason, log);
            }
            if (said.contains("append only file") || said.contains("AOF")) {
                putAside();
            }
        }
    }

    private String configuration(int port) throws IOException {
        return CONFIGURATION.formatted(
                port,
                password(),
                home,
                pidFile,
                log,
                settings.throwAway() ? "no" : "yes",
                settings.throwAway() ? "nosave force" : "save force");
    }

    private void putAside() throws IOException {
        var files = home.resolve("appendonlydir");
        if (Files.exists(files)) {
            var aside = home.resolve("appendonlydir.broken-" + Instant.now().getEpochSecond());
            Files.move(files, aside);
            Log.warnf("Redis could not read its data and starts empty; the files are kept in %s", aside);
        }
    }

    // Redis writes the file when it listens, and never if it cannot
    private int awaitPid() throws IOException {
        for (int tenths = 0; tenths < 30 && DataDirectory.number(pidFile) == 0; tenths++) {
            ServerProcess.pause(100);
        }
        return DataDirectory.number(pidFile);
    }

    private boolean answers(int pid) throws IOException {
        for (int tenths = 0; ServerProcess.runs(pid, PROGRAM) && tenths < LOADING_SECONDS * 10; tenths++) {
            var answer = ping();
            if (answer.startsWith("+PONG")) {
                return true;
            }
            if (!answer.startsWith("-LOADING") && tenths > 30) {
                return false;
            }
            ServerProcess.pause(100);
        }
        return false;
    }

    private String ping() throws IOException {
        try (var socket = new Socket()) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), DataDirectory.number(portFile));
            socket.connect(address, 2000);
            socket.setSoTimeout(2000);
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\n".formatted(password()).getBytes(StandardCharsets.UTF_8));
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            answers.readLine();
            return String.valueOf(answers.readLine());
        } catch (SocketException | SocketTimeoutException e) {
            return "no answer";
        }
    }

    private String password() throws IOException {
        return DataDirectory.secret(home.resolve("password"));
    }
}
