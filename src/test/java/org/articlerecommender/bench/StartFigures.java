package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long the application takes from nothing to its first page, and what it then holds in memory. */
class StartFigures {

    private static final String READY = "/q/health/ready";

    private final Options options;
    private final Path work;
    private final List<double[]> bare = new ArrayList<>();
    private final List<double[]> cold = new ArrayList<>();
    private final List<double[]> warm = new ArrayList<>();

    StartFigures(Options options, Path work) {
        this.options = options;
        this.work = work;
    }

    /** Cold and warm starts take turns, and a JVM that does nothing before each pair. Answers the memory when empty. */
    Footprint measure(Report report) throws IOException, InterruptedException {
        var empty = new Footprint(0, 0, 0);
        for (int round = 0; round < options.rounds(); round++) {
            var data = work.resolve("start-" + round);
            bare.add(new double[] {bareJvm()});
            cold.add(start(data));
            try (var application = Application.start(data, Map.of())) {
                warm.add(firstPageAndReady(application));
                empty = application.footprint();
            }
        }
        double jvm = milliseconds(bare, 0).median();
        add(report, "cold start", cold, jvm);
        add(report, "warm start", warm, jvm);
        return empty;
    }

    /** Milliseconds to the first page, to ready, and of processor time that it took. */
    static double[] firstPageAndReady(Application application) throws IOException, InterruptedException {
        return new double[] {application.until("/"), application.until(READY), application.cpu()};
    }

    private double[] start(Path data) throws IOException, InterruptedException {
        try (var application = Application.start(data, Map.of())) {
            return firstPageAndReady(application);
        }
    }

    static void add(Report report, String name, List<double[]> starts, double jvm) {
        report.add(Figure.of(name + " to first page", "ms", milliseconds(starts, 0))
                .against("java -version", jvm));
        report.add(Figure.of(name + " to ready", "ms", milliseconds(starts, 1)).against("java -version", jvm));
        report.add(Figure.of(name + ", CPU of the application", "ms", milliseconds(starts, 2)));
    }

    private static Sample milliseconds(List<double[]> starts, int column) {
        return new Sample(starts.stream().mapToDouble(start -> start[column]).toArray());
    }

    /** What starting any JVM costs here, in milliseconds. */
    static double bareJvm() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(java, "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return (System.nanoTime() - begin) / 1e6;
    }
}
