package org.articlerecommender.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.nearest.Hit;
import org.articlerecommender.nearest.Row;
import org.articlerecommender.nearest.Scope;
import org.articlerecommender.nearest.VectorIndex;

/** The search with filters, and while rows are put in. */
class VectorScopes {

    private static final double SECONDS = 2;
    private static final int BATCH = 32;

    private final VectorCorpus corpus;
    private final int size;
    private final Report report;
    private final String prefix;

    VectorScopes(VectorCorpus corpus, int size, Report report, String prefix) {
        this.corpus = corpus;
        this.size = size;
        this.report = report;
        this.prefix = prefix;
    }

    void measure(VectorIndex index) throws Exception {
        for (var scope : scopes().entrySet()) {
            Search search = search(index, scope.getValue());
            SearchLoad.run(search, corpus, 1, SECONDS / 4);
            add("search of " + scope.getKey(), SearchLoad.run(search, corpus, 1, SECONDS));
        }
        grow(index);
        double resident = Machine.kilobytes("/proc/self/status", "VmRSS:") / 1024.0;
        double anonymous = Machine.kilobytes("/proc/self/status", "RssAnon:") / 1024.0;
        report.add(Figure.of(prefix + "resident, but for the mapped file", "MB", new Sample(anonymous))
                .against("with it", resident));
    }

    private Map<String, Scope> scopes() {
        var scopes = new LinkedHashMap<String, Scope>();
        var newest = VectorCorpus.dayOf(Math.min(size / 2, 10_000));
        scopes.put("one category in five", new Scope(Long.MIN_VALUE, Long.MAX_VALUE, Set.of("math.CO"), null));
        scopes.put("the newest days", new Scope(newest, Long.MAX_VALUE, Set.of(), null));
        scopes.put(
                "what was not seen, half", new Scope(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(), VectorScopes::isEven));
        return scopes;
    }

    private static boolean isEven(ArticleId article) {
        return article.value().charAt(article.value().length() - 1) % 2 == 0;
    }

    private static Search search(VectorIndex index, Scope scope) {
        return (query, count) ->
                index.nearest(query, count, scope).stream().map(Hit::article).toList();
    }

    // The same articles once more: each takes a new row and gives up its old one, as a corrected abstract does
    private void grow(VectorIndex index) throws Exception {
        var over = new AtomicBoolean();
        var put = new int[1];
        var writer = new Thread(() -> put[0] = putUntil(over, index));
        writer.start();
        var load = SearchLoad.run(search(index, Scope.ALL), corpus, 1, SECONDS);
        over.set(true);
        writer.join();
        add("search while rows are put in", load);
        report.add(Figure.of(prefix + "rows put in meanwhile", "/s", new Sample(put[0] / SECONDS)));
    }

    private int putUntil(AtomicBoolean over, VectorIndex index) {
        int put = 0;
        try {
            for (List<Row> rows; !over.get(); put += BATCH) {
                rows = corpus.rows(put % (size - BATCH), put % (size - BATCH) + BATCH);
                index.put(rows);
            }
        } catch (IOException e) {
            report.problem(prefix + "putting in", e);
        }
        return put;
    }

    private void add(String name, Sample load) {
        report.add(Figure.of(prefix + name + ", 1 client p50", "ms", new Sample(load.median())));
        report.add(Figure.of(prefix + name + ", 1 client p99", "ms", new Sample(load.percentile(99))));
    }
}
