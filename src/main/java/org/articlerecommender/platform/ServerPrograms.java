package org.articlerecommender.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server programs on the class path, unpacked once into the cache directory. */
final class ServerPrograms {

    private ServerPrograms() {}

    /** The directory that holds PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
    static Path postgres(Path cache) throws IOException {
        var resource =
                "postgres-linux-%s.txz".formatted(processor("x86_64", "arm_64", "PostgreSQL", "DATASOURCE_JDBC_URL"));
        return unpacked(cache, "postgres", resource, ServerPrograms::untar);
    }

    /** Redis' one program file. */
    static Path redis(Path cache) throws IOException {
        var resource = "redis-server-7.0.9-linux-%s".formatted(processor("amd64", "arm64", "Redis", "REDIS_HOSTS"));
        return unpacked(cache, "redis", resource, (in, into) -> {
                    Files.createDirectory(into);
                    Files.copy(in, into.resolve("redis-server"));
                    executable(into.resolve("redis-server"));
                })
                .resolve("redis-server");
    }

    private interface Unpacking {
        void unpack(InputStream in, Path into) throws IOException;
    }

    private static Path unpacked(Path cache, String name, String resource, Unpacking unpacking) throws IOException {
        var url = ServerPrograms.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new CannotStart("%s is missing on the class path", resource);
        }
        var connection = url.openConnection();
        connection.setUseCaches(false);
        try (var in = new BufferedInputStream(connection.getInputStream(), 1 << 16)) {
            // the resource's name does not carry its version, its size tells releases apart
            var home = cache.resolve("%s-%d".formatted(name, connection.getContentLengthLong()));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(cache);
                var aside = cache.resolve(
                        home.getFileName() + "." + ProcessHandle.current().pid());
                DataDirectory.delete(aside);
                unpacking.unpack(in, aside);
                place(aside, home);
            }
            return home;
        }
    }

    private static void place(Path aside, Path home) throws IOException {
        try {
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            DataDirectory.delete(aside);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void untar(InputStream in, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("the archive leaves its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        executable(file);
                    }
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw new IOException("the archive holds a file twice: " + e.getMessage(), e);
        }
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String processor(String intel, String arm, String server, String setting) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch");
        if (system.contains("linux") && (processor.equals("amd64") || processor.equals("x86_64"))) {
            return intel;
        }
        if (system.contains("linux") && processor.equals("aarch64")) {
            return arm;
        }
        throw new CannotStart(
                "No %s program ships for %s on %s. Start a %s of your own and set QUARKUS_%s to its address.",
                server, system, processor, server, setting);
    }
}
