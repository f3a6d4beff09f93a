package org.articlerecommender.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Programs run to their end, and the traces that servers leave: process numbers and log files. */
final class ServerProcess {

    private static final long LOG_BYTES = 16 << 20;

    private ServerProcess() {}

    /** How a program ended and what it printed. */
    record Ended(int status, String output) {}

    /** Runs a program to its end, free of any settings meant for another PostgreSQL. */
    static Ended run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.get(0), e);
        }
    }

    /** Whether the process lives and runs the named program; a number is given to another process in time. */
    static boolean runs(long pid, String program) {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            int end = stat.lastIndexOf(')');
            // a dead process that nobody waited for is in state Z
            return stat.substring(0, end).endsWith("(" + program) && stat.charAt(end + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the process to end and, if it has not after a while, ends it. */
    static void end(long pid, String program, int patienceSeconds) throws IOException {
        var handle = ProcessHandle.of(pid);
        if (handle.isEmpty() || !runs(pid, program)) {
            return;
        }
        handle.get().destroy();
        for (int tenths = 0; tenths < patienceSeconds * 10 && runs(pid, program); tenths++) {
            pause(100);
        }
        if (runs(pid, program)) {
            handle.get().destroyForcibly();
            for (int tenths = 0; tenths < 50 && runs(pid, program); tenths++) {
                pause(100);
            }
        }
    }

    static void pause(int millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a server", e);
        }
    }

    /** Puts a log that has grown large aside; answers where new lines will begin. */
    static long logEnd(Path log) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        if (Files.size(log) > LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            return 0;
        }
        return Files.size(log);
    }

    /** What a server has logged since the place, at most the last few thousand characters. */
    static String logSince(Path log, long place) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(place, file.length() - 8000));
            var bytes = new byte[(int) Math.max(0, file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
