package org.articlerecommender.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/** Lists and pages for readers with a past, out of few and of many candidates, for one client and for sixteen. */
class RecommendationFigures {

    private static final int CROWD = 16;
    private static final double AIM_LIST = 20;
    private static final double AIM_PAGE = 100;

    private final Options options;
    private final Path data;
    private final InventedReaders readers;
    private final Rounds rounds = new Rounds();
    private final List<double[]> starts = new ArrayList<>();
    private final List<Footprint> footprints = new ArrayList<>();

    RecommendationFigures(Options options, Path data, InventedReaders readers) {
        this.options = options;
        this.data = data;
        this.readers = readers;
    }

    /** The number of candidates is a setting, so each turn has a start of its own; the counts take turns in each round. */
    void measure(Report report, Footprint empty) throws IOException, InterruptedException {
        for (int round = 0; round < options.rounds(); round++) {
            for (int candidates : options.candidates()) {
                turn(candidates);
            }
        }
        for (int candidates : options.candidates()) {
            add(report, candidates);
        }
        StartFigures.add(report, "warm start, all articles", starts, StartFigures.bareJvm());
        memory(report, "application", Footprint::application, empty);
        memory(report, "PostgreSQL", Footprint::postgres, empty);
        memory(report, "Redis", Footprint::redis, empty);
    }

    private void turn(int candidates) throws IOException, InterruptedException {
        var settings = Map.of("RECOMMEND_WINDOW_ARTICLES", Integer.toString(candidates));
        try (var application = Application.start(data, settings)) {
            starts.add(StartFigures.firstPageAndReady(application));
            var calls = application.calls();
            IntFunction<HttpRequest> list = i -> calls.get("/recommendations?user_id=" + readers.name(i));
            IntFunction<HttpRequest> page = i -> calls.page("/", readers.name(i));
            // Compiled code is measured; the first requests of a start are those of the start figures
            Load.closedLoop(application, 4, options.requests() * 2, list);
            Load.closedLoop(application, 4, options.requests(), page);
            Load.closedLoop(application, 4, options.requests() * 2, i -> calls.get(Rounds.CHEAP));
            rounds.add(name("empty endpoint", candidates, 1), one(application, i -> calls.get(Rounds.CHEAP)));
            rounds.add(name("recommendations", candidates, 1), one(application, list));
            rounds.add(name("page /", candidates, 1), one(application, page));
            rounds.add(name("empty endpoint", candidates, CROWD), crowd(application, i -> calls.get(Rounds.CHEAP)));
            rounds.add(name("recommendations", candidates, CROWD), crowd(application, list));
            footprints.add(application.footprint());
        }
    }

    private Load one(Application application, IntFunction<HttpRequest> request) throws InterruptedException {
        return Load.closedLoop(application, 1, options.requests(), request);
    }

    private Load crowd(Application application, IntFunction<HttpRequest> request) throws InterruptedException {
        return Load.closedLoop(application, CROWD, Math.max(20, options.requests() / 4), request);
    }

    private void add(Report report, int candidates) {
        for (int clients : List.of(1, CROWD)) {
            var name = name("recommendations", candidates, clients);
            var baseline = name("empty endpoint", candidates, clients);
            report.add(rounds.percentile(name, 50, baseline));
            report.add(rounds.percentile(name, 99, baseline).aiming(AIM_LIST));
            report.add(rounds.cpu(name, baseline));
            report.add(rounds.throughput(name, baseline));
        }
        var page = name("page /", candidates, 1);
        var baseline = name("empty endpoint", candidates, 1);
        report.add(rounds.percentile(page, 50, baseline).aiming(AIM_PAGE));
        report.add(rounds.percentile(page, 99, baseline).aiming(AIM_PAGE));
        report.add(rounds.cpu(page, baseline));
    }

    private static String name(String what, int candidates, int clients) {
        return "%s, %,d candidates, %d client%s".formatted(what, candidates, clients, clients == 1 ? "" : "s");
    }

    private void memory(Report report, String whose, ToDoubleFunction<Footprint> part, Footprint empty) {
        var megabytes = new Sample(footprints.stream().mapToDouble(part).toArray());
        report.add(Figure.of("memory of " + whose + ", all articles", "MB", megabytes)
                .against("without articles", part.applyAsDouble(empty)));
    }
}
