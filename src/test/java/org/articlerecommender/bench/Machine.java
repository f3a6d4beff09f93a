package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the figures were measured on.
 *
 * @param load the one-minute load average when the run began: what others did meanwhile
 */
record Machine(int cores, long memoryMegabytes, String processor, String jdk, String system, String load, String day) {

    static Machine here(String day) throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                kilobytes("/proc/meminfo", "MemTotal:") / 1024,
                field("/proc/cpuinfo", "model name"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                day);
    }

    String sentence() {
        return "%s: %d cores (%s), %,d MB, %s, %s, load %s at the start; clients run on the same cores"
                .formatted(day, cores, processor, memoryMegabytes, jdk, system, load);
    }

    /** The number behind a name in one of the kernel's tables; 0 when it is not there. */
    static long kilobytes(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static String field(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        }
    }
}
