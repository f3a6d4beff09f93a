package org.articlerecommender.bench;

import static org.articlerecommender.bench.SearchLoad.COUNT;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.nearest.Hit;
import org.articlerecommender.nearest.Scope;
import org.articlerecommender.nearest.VectorIndex;

/** The search for near vectors at one size, beside Lucene's graph and a plain read of the memory. */
class VectorFigures {

    private static final int TRUE_QUERIES = 40;
    private static final int PART = 20_000;
    private static final int ROUNDS = 3;
    private static final double SECONDS = 2;
    private static final double AIM = 15;

    private final VectorCorpus corpus;
    private final Path work;
    private final int size;
    private final Report report;
    private final String prefix;

    VectorFigures(VectorCorpus corpus, Path work, int size, Report report) {
        this.corpus = corpus;
        this.work = work;
        this.size = size;
        this.report = report;
        this.prefix = prefix(size);
    }

    /** How the names of the figures at a size begin. */
    static String prefix(int size) {
        return size >= 1_000_000 ? size / 1_000_000 + "M " : size / 1_000 + "k ";
    }

    void measure(boolean withLucene) throws Exception {
        var file = work.resolve(size + ".vectors");
        var truth = new ExactNearest(
                IntStream.range(0, TRUE_QUERIES).mapToObj(corpus::query).toList(), COUNT);
        build(file, truth);
        long start = System.nanoTime();
        try (var index = VectorIndex.open(file, "bench", corpus.dimension())) {
            one("open again, every block checked", "s", (System.nanoTime() - start) / 1e9);
            var searches = new LinkedHashMap<String, Search>();
            searches.put("search", (query, count) -> ids(index.nearest(query, count, Scope.ALL)));
            searches.put("int8 scan", (query, count) -> ids(index.nearestOfAll(query, count, Scope.ALL)));
            if (withLucene) {
                try (var lucene = LuceneGraph.build(work.resolve("lucene-" + size), corpus, size)) {
                    one("Lucene HNSW build", "s", lucene.buildSeconds());
                    one("Lucene HNSW files", "MB", lucene.megabytes());
                    searches.put("Lucene HNSW", lucene);
                    compare(searches, truth);
                }
            } else {
                report.left(prefix + "Lucene HNSW", "only up to the number of --lucene");
                compare(searches, truth);
            }
            new VectorScopes(corpus, size, report, prefix).measure(index);
        }
        Files.delete(file);
    }

    private void build(Path file, ExactNearest truth) throws Exception {
        double seconds = 0;
        try (var index = VectorIndex.open(file, "bench", corpus.dimension())) {
            for (int from = 0; from < size; from += PART) {
                var rows = corpus.rows(from, Math.min(size, from + PART));
                truth.look(rows);
                long start = System.nanoTime();
                index.put(rows);
                seconds += (System.nanoTime() - start) / 1e9;
            }
            System.gc();
            one("build", "s", seconds);
            one("file", "MB", Files.size(file) / 1e6);
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            one("heap in use beside the file", "MB", heap / 1e6);
        }
    }

    private void compare(Map<String, Search> searches, ExactNearest truth) throws Exception {
        var read = new MemoryRead(Runtime.getRuntime().availableProcessors());
        var reads = new double[ROUNDS];
        var loads = new LinkedHashMap<String, List<Sample>>();
        for (int round = -1; round < ROUNDS; round++) {
            double speed = read.gigabytesPerSecond();
            for (var search : searches.entrySet()) {
                for (int clients : new int[] {1, 8}) {
                    var load = SearchLoad.run(search.getValue(), corpus, clients, round < 0 ? 1 : SECONDS);
                    if (round >= 0) {
                        reads[round] = speed;
                        var name = search.getKey() + ", " + clients + (clients == 1 ? " client" : " clients");
                        loads.computeIfAbsent(name, key -> new ArrayList<>()).add(load);
                    }
                }
            }
        }
        for (var search : searches.entrySet()) {
            recall(search.getKey(), search.getValue(), truth);
        }
        loads.forEach((name, samples) -> {
            figure(name + " p50", "ms", samples.stream().mapToDouble(Sample::median));
            report.add(Figure.of(
                            prefix + name + " p99",
                            "ms",
                            new Sample(samples.stream()
                                    .mapToDouble(sample -> sample.percentile(99))
                                    .toArray()))
                    .aiming(AIM));
        });
        var bytes = (double) size * corpus.dimension();
        var scan = loads.get("int8 scan, 1 client").stream().mapToDouble(sample -> bytes / 1e6 / sample.median());
        report.add(Figure.of(prefix + "int8 scan reads", "GB/s", new Sample(scan.toArray()))
                .against("plain read", new Sample(reads).median()));
    }

    private void recall(String name, Search search, ExactNearest truth) throws Exception {
        var found = new ArrayList<List<ArticleId>>();
        for (int i = 0; i < TRUE_QUERIES; i++) {
            found.add(search.nearest(corpus.query(i), COUNT));
        }
        one(name + " recall@10", "", truth.recall(found, 10));
        one(name + " recall@100", "", truth.recall(found, COUNT));
    }

    private void one(String name, String unit, double value) {
        report.add(Figure.of(prefix + name, unit, new Sample(value)));
    }

    private void figure(String name, String unit, DoubleStream rounds) {
        report.add(Figure.of(prefix + name, unit, new Sample(rounds.toArray())));
    }

    private static List<ArticleId> ids(List<Hit> hits) {
        return hits.stream().map(Hit::article).toList();
    }
}
