package org.articlerecommender.platform;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data directory to one process, by a lock on its file {@code instance.lock} that the system gives back when the
 * process ends, however it ends. The file says who holds it: {@code pid 4711 port 8080}.
 */
final class InstanceLock {

    private InstanceLock() {}

    /**
     * Takes the lock, unless this process has it already.
     *
     * @throws CannotStart if another process has it
     */
    static void take(EmbeddedSettings settings) throws IOException {
        var directory = settings.directory();
        var key = "instance.lock@" + directory;
        if (System.getProperty(key) != null) {
            return;
        }
        var file = directory.resolve("instance.lock");
        Files.createDirectories(directory);
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw new CannotStart(
                    "The data directory %s is in use by another instance (%s). Stop it with scripts/stop, or set"
                            + " DATA_DIR to another directory.",
                    directory, holder.isEmpty() ? "starting" : holder);
        }
        var text = "pid %d port %s%n".formatted(ProcessHandle.current().pid(), settings.port());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        System.setProperty(key, text);
        keep(channel);
    }

    /** Whether some process, this one included, holds the directory. */
    static boolean held(Path directory) {
        var file = directory.resolve("instance.lock");
        if (System.getProperty("instance.lock@" + directory) != null) {
            // opening and closing the file here would give this process's own lock away
            return true;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            return false;
        }
    }

    // A channel that nothing refers to is closed, and the lock with it; a hook lives as long as the process
    private static void keep(FileChannel channel) {
        Runnable holder = () -> Reference.reachabilityFence(channel);
        holder.run();
        Runtime.getRuntime().addShutdownHook(new Thread(holder, "instance lock"));
    }
}
