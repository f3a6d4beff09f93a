package org.articlerecommender.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The original's rerank call: titles never seen before, titles seen with a new query, and the same call again. */
class RerankFigures {

    private static final double AIM_CACHED = 5;

    // Far from the numbers of articles, so that no title is known
    private final AtomicInteger unseen = new AtomicInteger(10_000_000);
    private final Options options;
    private final InventedArticles articles;

    RerankFigures(Options options, InventedArticles articles) {
        this.options = options;
        this.articles = articles;
    }

    void measure(Application application, Report report) throws Exception {
        var calls = application.calls();
        var ten = titles(10);
        var hundred = titles(100);
        int many = options.requests();
        var turns = new LinkedHashMap<String, Rounds.Turn>();
        turns.put("empty endpoint", turn(application, many, i -> calls.get(Rounds.CHEAP)));
        turns.put("rerank 10 cached", turn(application, many, i -> rerank(calls, "cached ten", ten)));
        turns.put("rerank 100 cached", turn(application, many, i -> rerank(calls, "cached hundred", hundred)));
        turns.put(
                "rerank 100 known titles, new query",
                turn(application, many / 3, i -> rerank(calls, query(), hundred)));
        turns.put("rerank 10 new", turn(application, many / 10, i -> rerank(calls, query(), titles(10))));
        turns.put(
                "rerank 100 new", turn(application, Math.max(3, many / 30), i -> rerank(calls, query(), titles(100))));
        for (var turn : turns.values()) {
            turn.run(-1);
        }
        add(report, Rounds.alternate(options.rounds(), turns));
    }

    private static void add(Report report, Rounds rounds) {
        report.add(rounds.percentile("empty endpoint", 50));
        for (var name : List.of("rerank 10 cached", "rerank 100 cached")) {
            report.add(rounds.percentile(name, 50, "empty endpoint").aiming(AIM_CACHED));
            report.add(rounds.percentile(name, 99, "empty endpoint"));
            report.add(rounds.cpu(name, "empty endpoint"));
            report.add(rounds.allocation(name, "empty endpoint"));
        }
        for (var name : List.of("rerank 100 known titles, new query", "rerank 10 new", "rerank 100 new")) {
            report.add(rounds.percentile(name, 50, "empty endpoint"));
            report.add(rounds.cpu(name, "empty endpoint"));
            report.add(rounds.allocation(name, "empty endpoint"));
        }
    }

    private static Rounds.Turn turn(Application application, int requests, IntFunction<Request> request) {
        return round -> Load.closedLoop(application, 1, requests, request);
    }

    private List<String> titles(int count) {
        int first = unseen.getAndAdd(count);
        return IntStream.range(first, first + count).mapToObj(articles::title).toList();
    }

    private String query() {
        return "work like " + titles(1).get(0);
    }

    private static Request rerank(Calls calls, String query, List<String> titles) {
        var ids = IntStream.range(0, titles.size())
                .mapToObj(i -> "http://arxiv.org/abs/2401.%05dv1".formatted(i + 1))
                .toList();
        try {
            return calls.postJson("/rerank", Map.of("result_ids", ids, "titles", titles, "query", query));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
