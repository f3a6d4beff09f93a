package org.articlerecommender.interest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.articlerecommender.bench.Paired;
import org.articlerecommender.embedding.OpenedModel;

/** Compares ways of learning what a reader is interested in; the file forms are those of its two sources. */
final class InterestFigures {

    private static final int TOKENS = 256;
    private static final Path KEPT = Path.of("target", "vectors");
    private static final int DAYS = Integer.parseInt(System.getenv().getOrDefault("DAYS", "1000000"));
    private static final List<Integer> CURVE = List.of(1, 2, 3, 5, 10, 20, 50, 100, 300);

    private InterestFigures() {}

    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[1]);
        var shipped = vectors(Optional.empty());
        var others = otherModels();
        if (arguments[0].equals("feed")) {
            var logs = new LinkedHashMap<String, ReadingLog>();
            for (var other : others.entrySet()) {
                logs.put(other.getKey(), new ReadingLog(directory, other.getValue(), DAYS));
            }
            var log = new ReadingLog(directory, shipped, DAYS);
            for (var reader : Arrays.copyOfRange(arguments, 2, arguments.length)) {
                feed(log, logs, reader);
            }
        } else {
            cold(directory, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000, shipped, others);
        }
    }

    private static Map<String, VectorsByText> otherModels() {
        var models = new LinkedHashMap<String, VectorsByText>();
        for (var named : System.getenv().getOrDefault("OTHER_MODELS", "").split(":")) {
            if (!named.isEmpty()) {
                var directory = Path.of(named);
                models.put(directory.getFileName().toString(), vectors(Optional.of(directory)));
            }
        }
        return models;
    }

    private static VectorsByText vectors(Optional<Path> model) {
        return new VectorsByText(new KeptVectors(OpenedModel.in(model, TOKENS), KEPT));
    }

    private static void feed(ReadingLog log, Map<String, ReadingLog> others, String reader) {
        var tasks = log.tasks(reader, Choices.SHIPPED);
        if (tasks.isEmpty()) {
            System.out.printf(
                    "%n%s has no day on which something was saved and before which something was saved and announced%n",
                    reader);
            return;
        }
        var measured = measure(tasks);
        System.out.printf("%n%s, %d days, [95 %% over days]%n", reader, tasks.size());
        System.out.println(
                "| | nDCG@10 | against the words' centroid, paired | recall@20 | AUC |\n|---|---|---|---|---|");
        rows(measured, one -> one.ndcg(10), one -> one.recall(20), Quality::auc);
        var own = figures(measured.get(ReaderModels.SHIPPED), one -> one.ndcg(10));
        System.out.printf("%nas shipped, but for%n| | nDCG@10 | against as shipped, paired |%n|---|---|---|%n");
        if (others.isEmpty()) {
            choices(log, reader, own);
            curve(tasks);
        }
        others.forEach((name, other) -> choice("sentence model " + name, other.tasks(reader, Choices.SHIPPED), own));
    }

    private static void curve(List<ReaderTask> tasks) {
        System.out.printf("%nas shipped, with the newest n of what was saved%n"
                + "| n | nDCG@10 | the best of its parts | against that, paired |%n|---|---|---|---|%n");
        for (int most : CURVE) {
            var measured =
                    measure(tasks.stream().map(task -> task.withFirst(most)).toList());
            var best = ReaderModels.PARTS.stream()
                    .map(name -> new Paired(
                            name,
                            figures(measured.get(name), one -> one.ndcg(10)).values()))
                    .max(Comparator.comparingDouble(Paired::mean))
                    .orElseThrow();
            var own = figures(measured.get(ReaderModels.SHIPPED), one -> one.ndcg(10));
            System.out.printf(
                    Locale.ENGLISH,
                    "| %d | %s | %s, %.3f | %s |%n",
                    most,
                    own.interval(),
                    best.name(),
                    best.mean(),
                    own.against(best));
        }
    }

    private static void choices(ReadingLog log, String reader, Paired shipped) {
        var choices = new LinkedHashMap<String, Choices>();
        choices.put("without who wrote what", Choices.SHIPPED.withoutBylines());
        choices.put("titles alone everywhere", Choices.SHIPPED.withTitlesOnly());
        for (int days : List.of(15, 30, 120, 240)) {
            choices.put("a half-life of %d days".formatted(days), Choices.SHIPPED.withHalfLife(days));
        }
        choices.put("everything saved counts alike", Choices.SHIPPED.withHalfLife(Double.POSITIVE_INFINITY));
        for (int articles : List.of(100, 500, 1000, 4000)) {
            choices.put("%,d articles as background".formatted(articles), Choices.SHIPPED.withBackground(articles));
        }
        choices.forEach((name, choice) -> choice(name, log.tasks(reader, choice), shipped));
    }

    private static void choice(String name, List<ReaderTask> tasks, Paired shipped) {
        var own = shipped(tasks, 10);
        System.out.printf("| %s | %s | %s |%n", name, own.interval(), own.against(shipped));
    }

    private static Paired shipped(List<ReaderTask> tasks, int length) {
        return new Paired(
                "",
                tasks.stream()
                        .mapToDouble(task -> Quality.of(ReaderModels.shipped(task), task.wanted())
                                .ndcg(length))
                        .toArray());
    }

    private static void cold(Path directory, int readers, VectorsByText shipped, Map<String, VectorsByText> others)
            throws IOException {
        var items = new ColdItems(directory, shipped);
        var tasks = items.tasks(readers);
        System.out.printf("%n%d readers, %d new items, [95 %% over readers]%n", tasks.size(), items.candidates());
        System.out.println(
                "| | nDCG@20 | against the words' centroid, paired | recall@20 | recall@100 |\n|---|---|---|---|---|");
        var measured = measure(tasks);
        rows(measured, one -> one.ndcg(20), one -> one.recall(20), one -> one.recall(100));
        var own = figures(measured.get(ReaderModels.SHIPPED), one -> one.ndcg(20));
        if (!others.isEmpty()) {
            System.out.printf("%nas shipped, but for%n| | nDCG@20 | against as shipped, paired |%n|---|---|---|%n");
        }
        for (var other : others.entrySet()) {
            var there = shipped(new ColdItems(directory, other.getValue()).tasks(readers), 20);
            System.out.printf(
                    "| sentence model %s | %s | %s |%n", other.getKey(), there.interval(), there.against(own));
        }
    }

    private static Map<String, List<Quality>> measure(List<ReaderTask> tasks) {
        var measured = new LinkedHashMap<String, List<Quality>>();
        for (var task : tasks) {
            ReaderModels.scores(task)
                    .forEach((name, scores) -> measured.computeIfAbsent(name, same -> new ArrayList<>())
                            .add(Quality.of(scores, task.wanted())));
        }
        return measured;
    }

    private static void rows(
            Map<String, List<Quality>> measured,
            ToDoubleFunction<Quality> first,
            ToDoubleFunction<Quality> second,
            ToDoubleFunction<Quality> third) {
        var floor = figures(measured.get(ReaderModels.CENTROID), first);
        measured.forEach((name, qualities) -> {
            var own = figures(qualities, first);
            System.out.printf(
                    Locale.ENGLISH,
                    "| %s | %s | %s | %.3f | %.3f |%n",
                    name,
                    own.interval(),
                    name.equals(ReaderModels.CENTROID) ? "" : own.against(floor),
                    figures(qualities, second).mean(),
                    figures(qualities, third).mean());
        });
    }

    private static Paired figures(List<Quality> qualities, ToDoubleFunction<Quality> figure) {
        return new Paired("", qualities.stream().mapToDouble(figure).toArray());
    }
}
