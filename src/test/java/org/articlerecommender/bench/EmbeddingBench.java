package org.articlerecommender.bench;

import static org.articlerecommender.bench.EmbeddingVariants.OURS;
import static org.articlerecommender.bench.EmbeddingVariants.OURS_32;
import static org.articlerecommender.bench.EmbeddingVariants.THEIRS;
import static org.articlerecommender.bench.EmbeddingVariants.THEIRS_32;

import ai.onnxruntime.OrtException;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.articlerecommender.bench.EmbeddingVariants.Texts;
import org.articlerecommender.embedding.Embedder;
import org.articlerecommender.embedding.OpenedModel;

/**
 * How fast texts become vectors, beside langchain4j's own in-process class on the same files and the machine's peak; see
 * {@code scripts/bench-embedding --help}.
 */
class EmbeddingBench {

    private static final int ROUNDS = 5;
    private static final int ARTICLES = 48;
    private static final int TITLES = 100;
    private static final int COMPARED = 600;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Report report = new Report();
    private final Optional<Path> float32;
    private final EmbeddingTexts texts;

    private EmbeddingBench(Optional<Path> float32, EmbeddingTexts texts) {
        this.float32 = float32;
        this.texts = texts;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var machine = Machine.here(LocalDate.now(ZoneOffset.UTC).toString());
        var texts = EmbeddingTexts.of(option(arguments, "--articles"), COMPARED);
        var bench = new EmbeddingBench(option(arguments, "--float32"), texts);
        bench.measure();
        var out = Path.of("target/bench-embedding.json").toAbsolutePath();
        bench.report.write(out, machine, ARTICLES);
        System.out.println(bench.report.table(machine, ARTICLES));
        System.exit(0);
    }

    private static Optional<Path> option(String[] arguments, String name) {
        int at = List.of(arguments).indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(Path.of(arguments[at + 1]));
    }

    private void measure() throws Exception {
        var variants = new EmbeddingVariants(float32);
        var short128 = variants.short128();
        peak();
        tokens("title", texts.titles(), 256);
        tokens("title + abstract at 128", texts.articles(), 128);
        tokens("title + abstract at 256", texts.articles(), 256);
        rounds("title + abstract at 128", short128, texts.first(ARTICLES).articles());
        rounds(
                "title + abstract at 256",
                variants.long256(),
                texts.first(ARTICLES).articles());
        rounds("title", short128, texts.first(TITLES).titles());
        queries(short128, texts.titles().subList(TITLES, 2 * TITLES));
        float32.ifPresent(files -> agreement());
    }

    private void peak() throws OrtException {
        var peak = new MatrixPeak();
        var float32 = peak.float32();
        report.add(Figure.of("matrix product, float32, one core", "G/s", float32));
        report.add(
                Figure.of("matrix product, int8, one core", "G/s", peak.int8()).against("float32", float32.median()));
    }

    private void tokens(String what, List<String> of, int most) {
        report.add(Figure.of("tokens of a " + what, "", new Sample(OpenedModel.tokens(of, most))));
    }

    private void rounds(String what, Map<String, Texts> variants, List<String> of) {
        var speeds = new LinkedHashMap<String, double[]>();
        var costs = new LinkedHashMap<String, double[]>();
        for (int round = -1; round < ROUNDS; round++) {
            for (var variant : variants.entrySet()) {
                long cpu = SYSTEM.getProcessCpuTime();
                long start = System.nanoTime();
                variant.getValue().embed(of);
                if (round >= 0) {
                    double seconds = (System.nanoTime() - start) / 1e9;
                    double cost = (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / of.size();
                    speeds.computeIfAbsent(variant.getKey(), name -> new double[ROUNDS])[round] = of.size() / seconds;
                    costs.computeIfAbsent(variant.getKey(), name -> new double[ROUNDS])[round] = cost;
                }
            }
        }
        report(what, "/s", speeds);
        report(what + ", CPU each", "ms", costs);
        double[] hundred =
                Arrays.stream(speeds.get(OURS)).map(rate -> 1e5 / rate).toArray();
        report.add(Figure.of("100 texts: " + what + ", " + OURS, "ms", new Sample(hundred)));
    }

    private void report(String what, String unit, Map<String, double[]> measured) {
        measured.forEach((name, values) -> {
            var figure = Figure.of(what + ", " + name, unit, new Sample(values));
            report.add(figure.against(THEIRS, new Sample(measured.get(THEIRS)).median()));
            if (name.equals(OURS) && measured.containsKey(THEIRS_32)) {
                report.add(figure.against(THEIRS_32, new Sample(measured.get(THEIRS_32)).median()));
            }
        });
    }

    private void queries(Map<String, Texts> variants, List<String> titles) {
        var times = new LinkedHashMap<String, List<Double>>();
        for (var variant : variants.entrySet()) {
            for (var title : titles) {
                long start = System.nanoTime();
                variant.getValue().embed(List.of(title));
                times.computeIfAbsent(variant.getKey(), name -> new ArrayList<>())
                        .add((System.nanoTime() - start) / 1e6);
            }
        }
        times.forEach((name, all) -> {
            var sample = new Sample(all.stream().mapToDouble(one -> one).toArray());
            report.add(Figure.of("one title alone, over titles, " + name, "ms", sample));
        });
    }

    private void agreement() {
        var rewritten = OpenedModel.in(Optional.empty(), 256);
        compare(OURS + " and " + OURS_32, OpenedModel.in(float32, 256), rewritten);
        compare(
                OURS + " and the same with the graph as it came",
                OpenedModel.asItCame(Optional.empty(), 256),
                rewritten);
    }

    private void compare(String what, Embedder one, Embedder other) {
        var agreement = new EmbeddingAgreement(one, other, texts.articles());
        report.add(Figure.of("cosine of " + what, "", agreement.cosines()));
        var overlaps = agreement.overlaps();
        report.add(Figure.of("top-10 overlap of " + what, "", overlaps)
                .noting("over %d articles; mean %.3f".formatted(COMPARED, overlaps.mean())));
    }
}
