package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.articlerecommender.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start finds after something was killed, with the data directory of a product: flushed, kept, password. */
class EmbeddedRecoveryTest {

    @TempDir
    Path directory;

    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;

    @BeforeEach
    void prepare() {
        var settings = new EmbeddedSettings(directory, Path.of("target/test-cache"), false, "8080");
        postgres = new EmbeddedPostgres(settings);
        redis = new EmbeddedRedis(settings);
    }

    @AfterEach
    void stop() throws IOException {
        if (Files.exists(directory.resolve("postgres"))) {
            ServerProcess.run(postgres.stopCommand());
        }
        ServerProcess.run(redis.stopCommand());
        assertThat(postgres.listens() || redis.listens()).isFalse();
    }

    @Test
    void takesOverServersThatAKilledApplicationLeft() throws IOException {
        var url = postgres.start();
        var address = redis.start();
        var processes = pids();

        assertThat(postgres.start()).isEqualTo(url);
        assertThat(redis.start()).isEqualTo(address);
        assertThat(pids()).isEqualTo(processes);
    }

    @Test
    void keepsWhatWasCommittedWhenPostgresIsKilled() throws Exception {
        var url = postgres.start();
        execute(url, "create table note (text text)");
        execute(url, "insert into note values ('kept')");
        kill(postmaster());

        postgres.restart();

        assertThat(read(url, "select text from note")).isEqualTo("kept");
    }

    @Test
    void startsThoughTheNumberOfTheDeadServerWasGivenToAnotherProcess() throws IOException {
        var url = postgres.start();
        ServerProcess.run(postgres.stopCommand());
        var mine = "%d%n%s%n%d%n".formatted(ProcessHandle.current().pid(), directory.resolve("postgres/data"), 1);
        Files.writeString(directory.resolve("postgres/data/postmaster.pid"), mine);

        assertThat(postgres.start()).isEqualTo(url);
    }

    @Test
    void movesToAnotherPortWhenItsOwnIsTaken() throws Exception {
        postgres.start();
        ServerProcess.run(postgres.stopCommand());
        int before = DataDirectory.number(directory.resolve("postgres/port"));

        try (var taken = new java.net.ServerSocket(before, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThat(postgres.start()).doesNotContain(":" + taken.getLocalPort() + "/");
        }
    }

    @Test
    void redisStartsEmptyWhenItsFilesCannotBeRead() throws Exception {
        redis.start();
        kill(DataDirectory.number(directory.resolve("redis/redis.pid")));
        Files.writeString(directory.resolve("redis/appendonlydir/appendonly.aof.manifest"), "nonsense\n");

        redis.restart();

        assertThat(redis.listens()).isTrue();
        try (var files = Files.list(directory.resolve("redis"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("appendonlydir.broken-"));
        }
    }

    @Test
    void passwordsAreForTheOwnerOnly() throws IOException {
        postgres.start();
        redis.start();

        for (var file : new String[] {"postgres/password", "redis/password", "redis/redis.conf"}) {
            assertThat(Files.getPosixFilePermissions(directory.resolve(file)))
                    .as(file)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private String pids() throws IOException {
        return postmaster() + " " + DataDirectory.number(directory.resolve("redis/redis.pid"));
    }

    private int postmaster() throws IOException {
        return DataDirectory.number(directory.resolve("postgres/data/postmaster.pid"));
    }

    private static void kill(int pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Eventually.holds(
                "the killed server is gone",
                Duration.ofSeconds(20),
                () -> !ServerProcess.runs(pid, "postgres") && !ServerProcess.runs(pid, "redis-server"));
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
