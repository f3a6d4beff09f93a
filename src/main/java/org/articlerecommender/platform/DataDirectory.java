package org.articlerecommender.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;

/** What the embedded servers keep in small files next to their data: passwords and ports. */
final class DataDirectory {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CONNECT_MILLIS = 2000;

    private DataDirectory() {}

    /** The password in the file, which only the owner may read; made up on the first call. */
    static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            write(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    /** Writes aside, then moves, so that a reader sees the old text or the new; only the owner may read it. */
    static void write(Path file, String text) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, text);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The number in a file that a server or {@link #write} left, or 0 without one. */
    static int number(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(line -> Integer.parseInt(line.strip())).orElse(0);
        } catch (NoSuchFileException | NumberFormatException e) {
            return 0;
        }
    }

    /** The port kept in the file if nobody listens there, otherwise a free one, which is then kept. */
    static int freePort(Path file) throws IOException {
        int port = number(file);
        if (port == 0 || listens(port)) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            write(file, Integer.toString(port));
        }
        return port;
    }

    /** Whether a server takes connections at the port; one that is merely slow does. */
    static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** What to tell somebody whose data directory cannot be used. */
    static CannotStart unusable(Path directory, IOException e) {
        var text = String.valueOf(e.getMessage());
        if (text.contains("No space left")) {
            return new CannotStart(
                    "The disk that holds %s is full (No space left). The first start needs about 250 MB: make room, or set"
                            + " DATA_DIR to another disk.",
                    directory);
        }
        if (e instanceof AccessDeniedException || text.contains("Read-only file system")) {
            return new CannotStart(
                    "The data directory %s cannot be written (%s). Give it to the user %s, or set DATA_DIR to another"
                            + " directory.",
                    directory, text, user());
        }
        var what = e instanceof FileSystemException ? e.getClass().getSimpleName() + " at " + text : text;
        return new CannotStart("The data directory %s cannot be used: %s", directory, what);
    }

    private static String user() {
        try {
            return OwnUser.name();
        } catch (IOException e) {
            return "that starts it";
        }
    }
}
