package org.articlerecommender.platform;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * PostgreSQL as a process of our own: loopback only, a made-up password, data flushed to disk at each commit.
 *
 * <p>What its {@code postgresql.conf} says is the operator's to change, but for the address.
 */
final class EmbeddedPostgres implements EmbeddedServer {

    private static final String NAME = "recommender";
    private static final String PROGRAM = "postgres";
    private static final String STARTING_OR_STOPPING = "57P03";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final int PATIENCE_SECONDS = 20;

    // For a small machine that runs all of the product
    private static final List<String> FIRST_SETTINGS = List.of(
            "shared_buffers=32MB",
            "work_mem=16MB",
            "maintenance_work_mem=64MB",
            "effective_cache_size=1GB",
            "max_connections=60",
            "max_wal_size=512MB",
            "io_method=sync",
            "jit=off",
            "log_checkpoints=off",
            "timezone=UTC",
            "log_timezone=UTC");

    private final EmbeddedSettings settings;
    private final Path home;
    private final Path data;
    private final Path log;
    private final Path portFile;

    EmbeddedPostgres(EmbeddedSettings settings) {
        this.settings = settings;
        this.home = settings.directory().resolve("postgres");
        this.data = home.resolve("data");
        this.log = home.resolve("server.log");
        this.portFile = home.resolve("port");
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String start() {
        try {
            Files.createDirectories(home);
            DataDirectory.secret(passwordFile());
            if (adopted()) {
                Log.infof("PostgreSQL was left running at port %d and goes on", DataDirectory.number(portFile));
            } else {
                initialize();
                launch(true);
            }
            createDatabase();
            return url(NAME);
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
        try {
            return command(
                    "pg_ctl", "stop", "-D", data.toString(), "-m", settings.throwAway() ? "immediate" : "fast", "-s");
        } catch (IOException e) {
            throw DataDirectory.unusable(home, e);
        }
    }

    /** Whether a server of ours still runs and answers; one that runs and does not is stopped. */
    private boolean adopted() throws IOException {
        int pid = DataDirectory.number(data.resolve("postmaster.pid"));
        for (int tenths = 0; ServerProcess.runs(pid, PROGRAM) && tenths < PATIENCE_SECONDS * 10; tenths++) {
            var state = login(NAME);
            if (state == null || state.equals(NO_SUCH_DATABASE)) {
                return true;
            }
            if (!state.equals(STARTING_OR_STOPPING) && tenths > 50) {
                break;
            }
            ServerProcess.pause(100);
        }
        ServerProcess.end(pid, PROGRAM, PATIENCE_SECONDS);
        return false;
    }

    private void initialize() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Log.infof("Creating the PostgreSQL data directory %s", data);
        var aside = home.resolve("data.new");
        DataDirectory.delete(aside);
        var initdb = command("initdb", "-D", aside.toString(), "-U", NAME, "--pwfile=" + passwordFile());
        initdb.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "-T", "english", "--no-instructions"));
        initdb.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        FIRST_SETTINGS.forEach(setting -> initdb.addAll(List.of("--set", setting)));
        if (settings.throwAway()) {
            initdb.add("--no-sync");
        }
        var ended = ServerProcess.run(initdb);
        if (ended.status() != 0) {
            DataDirectory.delete(aside);
            throw new IOException("initdb failed: " + ended.output());
        }
        Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch(boolean mayMove) throws IOException {
        disownForeignPid();
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (true) {
            int port = mayMove ? DataDirectory.freePort(portFile) : DataDirectory.number(portFile);
            long before = ServerProcess.logEnd(log);
            var options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''".formatted(port)
                    + (settings.throwAway() ? " -F -c synchronous_commit=off -c full_page_writes=off" : "");
            var ended = ServerProcess.run(command(
                    "pg_ctl",
                    "start",
                    "-D",
                    data.toString(),
                    "-l",
                    log.toString(),
                    "-w",
                    "-t",
                    "300",
                    "-s",
                    "-o",
                    options));
            if (ended.status() == 0) {
                Log.infof("PostgreSQL runs at port %d with its data in %s", port, data);
                return;
            }
            var said = ServerProcess.logSince(log, before);
            // children of a killed server take a moment to notice; a port can be taken between look and use
            boolean passing = said.contains("still in use") || said.contains("Address already in use");
            if (!passing || System.nanoTime() > deadline) {
                throw refusal(said.isBlank() ? ended.output() : said);
            }
            ServerProcess.pause(500);
        }
    }

    private CannotStart refusal(String said) {
        if (said.contains("No space left")) {
            return DataDirectory.unusable(home, new IOException("No space left on device"));
        }
        var reason = said.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((first, last) -> last)
                .map(line -> line.substring(line.lastIndexOf(": ") + 1).strip())
                .orElse(said.strip());
        return new CannotStart("PostgreSQL did not start: %s (all of it in %s)", reason, log);
    }

    // PostgreSQL takes any living process with that number for a server and refuses; with a dead one it looks closer
    private void disownForeignPid() throws IOException {
        var file = data.resolve("postmaster.pid");
        int pid = DataDirectory.number(file);
        if (pid == 0 || ProcessHandle.of(pid).isEmpty() || ServerProcess.runs(pid, PROGRAM)) {
            return;
        }
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Integer.toString(Integer.MAX_VALUE - 1));
        Files.write(file, lines);
    }

    private void createDatabase() throws IOException {
        var state = login(NAME);
        if (NO_SUCH_DATABASE.equals(state)) {
            try (var connection = new Driver().connect(url("postgres"), new Properties());
                    var statement = connection.createStatement()) {
                statement.execute("create database " + NAME);
            } catch (SQLException e) {
                throw new IOException("creating the database: " + e.getMessage(), e);
            }
        } else if (state != null) {
            throw new IOException("PostgreSQL refuses the login (%s)".formatted(state));
        }
    }

    /** Null after a login, otherwise why there was none: an SQL state. */
    private String login(String database) throws IOException {
        var patience = new Properties();
        patience.setProperty("connectTimeout", "5");
        patience.setProperty("socketTimeout", "5");
        try (var connection = new Driver().connect(url(database), patience)) {
            return connection == null ? "no connection" : null;
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    private String url(String database) throws IOException {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(DataDirectory.number(portFile), database, NAME, DataDirectory.secret(passwordFile()));
    }

    private List<String> command(String program, String... words) throws IOException {
        var command = new ArrayList<>(OwnUser.prefix(home));
        command.add(ServerPrograms.postgres(settings.cache())
                .resolve("bin")
                .resolve(program)
                .toString());
        command.addAll(List.of(words));
        return command;
    }

    private Path passwordFile() {
        return home.resolve("password");
    }
}
