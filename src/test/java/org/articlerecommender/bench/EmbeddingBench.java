package org.articlerecommender.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.articlerecommender.embedding.Embedder;
import org.articlerecommender.embedding.OpenedModel;

/**
 * How fast texts become vectors, beside langchain4j's own in-process class on the same files; see {@code
 * scripts/bench-embedding --help}.
 */
class EmbeddingBench {

    private static final int ROUNDS = 5;
    private static final int ABSTRACTS = 48;
    private static final int TITLES = 100;
    private static final String THEIRS = "langchain4j int8";

    /** Embeds some texts. */
    @FunctionalInterface
    private interface Texts {
        void embed(List<String> texts);
    }

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Report report = new Report();
    private final InventedArticles articles = new InventedArticles(7, LocalDate.now(ZoneOffset.UTC), ABSTRACTS);

    private EmbeddingBench() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var machine = Machine.here(LocalDate.now(ZoneOffset.UTC).toString());
        var bench = new EmbeddingBench();
        bench.measure(arguments.length > 0 ? Optional.of(Path.of(arguments[0])) : Optional.empty());
        var out = Path.of("target/bench-embedding.json").toAbsolutePath();
        bench.report.write(out, machine, ABSTRACTS);
        System.out.println(bench.report.table(machine, ABSTRACTS));
        System.exit(0);
    }

    private void measure(Optional<Path> float32) throws Exception {
        var variants = new LinkedHashMap<String, Texts>();
        variants.put("int8", ours(OpenedModel.in(Optional.empty(), 256)));
        variants.put("int8, graph as it came", ours(OpenedModel.asItCame(Optional.empty(), 256)));
        variants.put(THEIRS, theirs(new AllMiniLmL6V2QuantizedEmbeddingModel()));
        float32.ifPresent(files -> {
            variants.put("float32", ours(OpenedModel.in(float32, 256)));
            variants.put(
                    "langchain4j float32",
                    theirs(new OnnxEmbeddingModel(
                            files.resolve("model.onnx"), files.resolve("tokenizer.json"), PoolingMode.MEAN)));
        });
        var abstracts = articles.between(0, ABSTRACTS).stream()
                .map(article -> article.title() + "\n" + article.summary())
                .toList();
        var titles = new ArrayList<String>();
        for (int i = 0; i < TITLES; i++) {
            titles.add(articles.title(i));
        }
        rounds("title + abstract", variants, abstracts);
        rounds("title", variants, titles);
        queries(variants, titles);
    }

    private void rounds(String what, Map<String, Texts> variants, List<String> texts) {
        var speeds = new LinkedHashMap<String, double[]>();
        var costs = new LinkedHashMap<String, double[]>();
        for (int round = -1; round < ROUNDS; round++) {
            for (var variant : variants.entrySet()) {
                long cpu = SYSTEM.getProcessCpuTime();
                long start = System.nanoTime();
                variant.getValue().embed(texts);
                if (round >= 0) {
                    double seconds = (System.nanoTime() - start) / 1e9;
                    double cost = (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / texts.size();
                    speeds.computeIfAbsent(variant.getKey(), name -> new double[ROUNDS])[round] =
                            texts.size() / seconds;
                    costs.computeIfAbsent(variant.getKey(), name -> new double[ROUNDS])[round] = cost;
                }
            }
        }
        double speed = new Sample(speeds.get(THEIRS)).median();
        double cost = new Sample(costs.get(THEIRS)).median();
        for (var name : variants.keySet()) {
            report.add(Figure.of(what + ", " + name, "/s", new Sample(speeds.get(name)))
                    .against(THEIRS, speed));
            report.add(Figure.of(what + ", " + name + ", CPU each", "ms", new Sample(costs.get(name)))
                    .against(THEIRS, cost));
        }
    }

    private void queries(Map<String, Texts> variants, List<String> titles) {
        var times = new LinkedHashMap<String, List<Double>>();
        for (var title : titles) {
            for (var variant : variants.entrySet()) {
                long start = System.nanoTime();
                variant.getValue().embed(List.of(title));
                times.computeIfAbsent(variant.getKey(), name -> new ArrayList<>())
                        .add((System.nanoTime() - start) / 1e6);
            }
        }
        times.forEach((name, all) -> {
            var sample = new Sample(all.stream().mapToDouble(one -> one).toArray());
            report.add(Figure.of("one title p50, " + name, "ms", new Sample(sample.median())));
        });
    }

    private static Texts ours(Embedder embedder) {
        return embedder::embed;
    }

    private static Texts theirs(EmbeddingModel model) {
        return texts -> model.embedAll(texts.stream().map(TextSegment::from).toList());
    }
}
