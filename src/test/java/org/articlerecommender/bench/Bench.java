package org.articlerecommender.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes all figures of the built application and writes them down; see {@code scripts/bench --help}.
 *
 * <p>Works in a directory of its own that is removed at the end. A part that cannot be measured is named in the report,
 * and then the exit code is 1.
 */
class Bench {

    private static final long SEED = 20_240_101;

    private final Options options;
    private final Path work;
    private final Report report = new Report();

    private Bench(Options options, Path work) {
        this.options = options;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var options = Options.parse(arguments);
        var machine = Machine.here(LocalDate.now(ZoneOffset.UTC).toString());
        var work = Files.createTempDirectory("bench-").toRealPath();
        var bench = new Bench(options, work);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(work)));
        try {
            bench.measure();
        } finally {
            if (!bench.report.complete()) {
                var log = options.out().resolveSibling("bench-application.log");
                Files.copy(work.resolve("application.log"), log, StandardCopyOption.REPLACE_EXISTING);
                System.err.println("what the application logged: " + log);
            }
        }
        bench.report.write(options.out(), machine, options.articles());
        bench.draw();
        System.out.println(bench.report.table(machine, options.articles()));
        System.out.println("as JSON: " + options.out());
        System.exit(bench.report.complete() ? 0 : 1);
    }

    @FunctionalInterface
    private interface Part {
        void run() throws Exception;
    }

    private void measure() throws Exception {
        int inWindow = Math.min(options.articles(), options.mostCandidates() * 11 / 10);
        var articles = new InventedArticles(SEED, LocalDate.now(ZoneOffset.UTC), inWindow);
        if (options.features()) {
            part("features", () -> features(articles));
            return;
        }
        var readers = new InventedReaders(SEED, articles, inWindow);
        var data = work.resolve("data");
        var empty = new Footprint[] {new Footprint(0, 0, 0)};
        part("start", () -> empty[0] = new StartFigures(options, work).measure(report));
        try (var application = Application.start(data, Map.of())) {
            application.until("/q/health/ready");
            part("import", () -> new ImportFigures(options, articles).measure(application, report));
            part("rerank", () -> new RerankFigures(options, articles).measure(application, report));
            part("rank", () -> new RankFigures(options, articles).measure(application, report));
            part("readers", () -> readers.act(application.calls(), Instant.now()));
        }
        part("recommendations", () -> new RecommendationFigures(options, data, readers).measure(report, empty[0]));
    }

    private void draw() throws IOException {
        var curves =
                new Curves("A list out of so many candidates, made at every call, one client", options.candidates());
        for (var percentile : List.of("p50", "p99")) {
            curves.add(
                    percentile,
                    candidates -> report.value(
                            "recommendations of %,d candidates, 1 client %s".formatted(candidates, percentile)));
        }
        var name = options.out().getFileName().toString().replaceFirst("\\.json$", "");
        curves.write(options.out().resolveSibling(name + ".svg"));
    }

    private void features(InventedArticles articles) throws Exception {
        var figures = new FeatureFigures(options, work, articles);
        var definitions = figures.definitions().toString();
        var settings = Map.of("FEATURES_DEFINITIONS_DIR", definitions);
        try (var application = Application.start(work.resolve("data"), settings)) {
            application.until("/q/health/ready");
            new ImportFigures(options, articles).measure(application, report);
            figures.measure(application, report);
        }
    }

    private void part(String name, Part part) throws InterruptedException {
        System.err.println("-- " + name);
        try {
            part.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            report.problem(name, e);
        }
    }

    private static void cleanUp(Path work) {
        Application.closeAll();
        try {
            delete(work);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + work + ": " + e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
