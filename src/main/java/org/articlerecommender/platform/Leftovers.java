package org.articlerecommender.platform;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Throw-away directories that earlier processes left beside the one in use, with the servers in them. */
final class Leftovers {

    // A directory this young may belong to a process that is about to lock it
    private static final Duration YOUNG = Duration.ofMinutes(1);

    // Without it a directory may be somebody's only copy, whatever this process may throw away
    private static final String MARK = "throw-away";

    private Leftovers() {}

    /** Lets later processes remove the directory when no process holds it any more. */
    static void mark(Path mine) throws IOException {
        Files.write(mine.resolve(MARK), new byte[0]);
    }

    /** Stops and removes what is marked and no process holds; what resists stays for the next time. */
    static void remove(Path mine) {
        try (var siblings = Files.list(mine.getParent())) {
            for (var directory :
                    siblings.filter(sibling -> !sibling.equals(mine)).toList()) {
                var lock = directory.resolve("instance.lock");
                if (Files.exists(directory.resolve(MARK))
                        && Files.exists(lock)
                        && Files.getLastModifiedTime(lock)
                                .toInstant()
                                .isBefore(Instant.now().minus(YOUNG))
                        && !InstanceLock.held(directory)) {
                    ServerProcess.end(
                            DataDirectory.number(directory.resolve("postgres/data/postmaster.pid")), "postgres", 0);
                    ServerProcess.end(DataDirectory.number(directory.resolve("redis/redis.pid")), "redis-server", 0);
                    DataDirectory.delete(directory);
                }
            }
        } catch (IOException e) {
            Log.debugf(e, "Leftovers beside %s stay for the next time", mine);
        }
    }
}
