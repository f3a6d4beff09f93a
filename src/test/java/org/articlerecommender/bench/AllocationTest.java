package org.articlerecommender.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int WORDS = 50;

    @TempDir
    private Path directory;

    /** Allocates a megabyte for each byte that it is sent, and says so. */
    static final class Allocating {
        private static volatile byte[] last;

        public static void main(String[] arguments) throws IOException {
            while (System.in.read() >= 0) {
                last = new byte[MEGABYTE];
                System.out.write(last.length > 0 ? '.' : '!');
                System.out.flush();
            }
        }
    }

    @Test
    void isWhatAnotherProcessAllocated() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-cp", "target/test-classes", Allocating.class.getName())
                .redirectError(Files.createFile(directory.resolve("errors")).toFile())
                .start();
        try (var in = process.getOutputStream();
                var allocation = Allocation.of(process.pid())) {
            var before = allocation.now();
            in.write(".".repeat(WORDS).getBytes(StandardCharsets.US_ASCII));
            in.flush();
            process.getInputStream().readNBytes(WORDS);

            assertThat(allocation.since(before)).isBetween((long) WORDS * MEGABYTE, (WORDS + 20L) * MEGABYTE);
        } finally {
            process.destroy();
        }
    }
}
