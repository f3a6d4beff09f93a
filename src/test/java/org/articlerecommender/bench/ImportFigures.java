package org.articlerecommender.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Articles that are taken in, stored and embedded in a second. */
class ImportFigures {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Importing again is quick; so many batches tell enough of it
    private static final int AGAIN = 10;

    private final Options options;
    private final InventedArticles articles;

    ImportFigures(Options options, InventedArticles articles) {
        this.options = options;
        this.articles = articles;
    }

    /** Imports all articles; some batches at once again, as the baseline in which nothing is to be embedded. */
    void measure(Application application, Report report) throws IOException, InterruptedException {
        var calls = application.calls();
        var fresh = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        for (int first = 0; first < options.articles(); first += options.batch()) {
            var batch = articles.between(first, Math.min(options.articles(), first + options.batch()));
            double used = application.cpu();
            fresh.add(perSecond(calls, batch));
            cpu.add((application.cpu() - used) / batch.size());
            if (again.size() < AGAIN) {
                again.add(perSecond(calls, batch));
            }
            if (fresh.size() % 10 == 0) {
                System.err.printf("%,d of %,d articles imported%n", first + batch.size(), options.articles());
            }
        }
        var repeated = sample(again);
        report.add(Figure.of("import and embedding, new articles", "/s", sample(fresh))
                .against("the same again", repeated.median())
                .noting("a round is one request of %,d articles".formatted(options.batch())));
        report.add(Figure.of("import and embedding, CPU of an article", "ms", sample(cpu)));
        report.add(Figure.of("import, the same articles again", "/s", repeated));
    }

    private double perSecond(Calls calls, List<InventedArticle> batch) throws IOException, InterruptedException {
        var body = batch.stream().map(ImportFigures::line).collect(Collectors.joining("\n"));
        long begin = System.nanoTime();
        var answer = calls.json(calls.post("/api/v1/articles/import", "application/x-ndjson", body));
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (answer.path("received").asInt() != batch.size()
                || !answer.path("rejected").isEmpty()) {
            throw new IllegalStateException("the import did not take all articles: " + answer);
        }
        return batch.size() / seconds;
    }

    private static String line(InventedArticle article) {
        try {
            return JSON.writeValueAsString(article);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sample sample(List<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
