package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Memory of the application and its servers in megabytes.
 *
 * @param postgres of all its processes, what they share counted once
 */
record Footprint(double application, double postgres, double redis) {

    /** Reads it from the kernel; the servers are found by the data directory they work in. */
    static Footprint of(ProcessHandle application, Path data) throws IOException {
        double postgres = 0;
        double redis = 0;
        for (var process : servers(application, data)) {
            switch (name(process)) {
                case "postgres" -> postgres += megabytes(process, "smaps_rollup", "Pss:");
                case "redis-server" -> redis += megabytes(process, "status", "VmRSS:");
                default -> {}
            }
        }
        return new Footprint(megabytes(application, "status", "VmRSS:"), postgres, redis);
    }

    /** Every process other than the application that it started or that works on the data directory. */
    static Set<ProcessHandle> servers(ProcessHandle application, Path data) {
        var own = List.of(ProcessHandle.current(), application);
        var roots = Stream.concat(
                application.descendants(), ProcessHandle.allProcesses().filter(process -> worksIn(process, data)));
        return roots.flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .filter(process -> !own.contains(process))
                .collect(Collectors.toSet());
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return proc(process, "cwd").toRealPath().startsWith(data)
                    || Files.readString(proc(process, "cmdline")).contains(data.toString());
        } catch (IOException e) {
            // gone meanwhile, or not ours to look into
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        try {
            return Files.readString(proc(process, "comm")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static double megabytes(ProcessHandle process, String table, String name) throws IOException {
        return process.isAlive() ? Machine.kilobytes(proc(process, table).toString(), name) / 1024.0 : 0;
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }
}
