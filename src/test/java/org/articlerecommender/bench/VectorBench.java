package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Takes the figures of the search for near vectors; see {@code scripts/bench-vectors --help}. */
class VectorBench {

    private static final int DIMENSION = 384;

    private VectorBench() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var machine = Machine.here(LocalDate.now(ZoneOffset.UTC).toString());
        var vectors = option(arguments, "--vectors", "");
        var corpus = vectors.isEmpty() ? VectorCorpus.invented(DIMENSION) : VectorCorpus.of(Path.of(vectors));
        var out = Path.of(option(arguments, "--out", "target/bench-vectors.json"));
        int lucene = Integer.parseInt(option(arguments, "--lucene", "66000"));
        var sizes = Arrays.stream(option(arguments, "--sizes", "10000,66000,100000,1000000,3000000")
                        .split(","))
                .map(Integer::parseInt)
                .toList();
        var report = new Report();
        var work = Files.createTempDirectory("bench-vectors-");
        try {
            for (int size : sizes) {
                try {
                    new VectorFigures(corpus, work, size, report).measure(size <= lucene);
                } catch (IOException | IllegalStateException e) {
                    report.problem(size + " vectors", e);
                }
            }
        } finally {
            delete(work);
        }
        draw(report, sizes, Path.of(option(arguments, "--picture", "target/bench-vectors.svg")));
        int largest = sizes.get(sizes.size() - 1);
        report.write(out.toAbsolutePath(), machine, largest);
        System.out.println(report.table(machine, largest));
        System.out.println("as JSON: " + out);
        System.exit(report.complete() ? 0 : 1);
    }

    private static void draw(Report report, List<Integer> sizes, Path file) throws IOException {
        var curves = new Curves("A hundred nearest of so many vectors, one client, p50", sizes);
        for (var search : List.of("search", "int8 scan", "Lucene HNSW")) {
            curves.add(search, size -> report.value(VectorFigures.prefix(size) + search + ", 1 client p50"));
        }
        curves.write(file);
    }

    private static String option(String[] arguments, String name, String otherwise) {
        int at = List.of(arguments).indexOf(name);
        return at < 0 ? otherwise : arguments[at + 1];
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
