package org.articlerecommender.interest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final List<Integer> CURVE = List.of(1, 3, 10, 30, 100, 300);

    private InterestFigures() {}

    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[1]);
        var vectors = new VectorsByText(OpenedModel.in(Optional.empty(), TOKENS));
        if (arguments[0].equals("feed")) {
            for (var reader : Arrays.copyOfRange(arguments, 2, arguments.length)) {
                feed(directory, reader, vectors);
            }
        } else {
            cold(directory, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000, vectors);
        }
    }

    private static void feed(Path directory, String reader, VectorsByText vectors) throws IOException {
        var tasks = new ReadingLog(directory, vectors, false).tasks(reader);
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
        var titles = measure(new ReadingLog(directory, vectors, true).tasks(reader));
        System.out.println("| as shipped, titles alone everywhere | "
                + figures(titles.get(ReaderModels.SHIPPED), one -> one.ndcg(10)).interval() + " | | | |");
        System.out.printf("%nas shipped, with the newest n of what was saved%n| n | nDCG@10 |%n|---|---|%n");
        for (int most : CURVE) {
            var few = measure(tasks.stream().map(task -> task.withFirst(most)).toList());
            System.out.printf(
                    "| %d | %s |%n",
                    most,
                    figures(few.get(ReaderModels.SHIPPED), one -> one.ndcg(10)).interval());
        }
    }

    private static void cold(Path directory, int readers, VectorsByText vectors) throws IOException {
        var items = new ColdItems(directory, vectors);
        var tasks = items.tasks(readers);
        System.out.printf("%n%d readers, %d new items, [95 %% over readers]%n", tasks.size(), items.candidates());
        System.out.println(
                "| | nDCG@20 | against the words' centroid, paired | recall@20 | recall@100 |\n|---|---|---|---|---|");
        rows(measure(tasks), one -> one.ndcg(20), one -> one.recall(20), one -> one.recall(100));
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
