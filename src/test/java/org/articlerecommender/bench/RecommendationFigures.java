package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Lists and pages for readers with a past: lists made at every call out of few and of many candidates, and lists that
 * were made before; asked for by one client and by many, as fast as they are answered and at a steady pace.
 */
class RecommendationFigures {

    private static final List<Integer> CROWDS = List.of(8, 16, 64);
    // so that a p99 is not the second or third worst
    private static final int LISTS = 4;
    private static final int CROWDED = 16;
    private static final double STEADY = 0.6;
    // what the fewest candidates are to keep up with
    private static final int PACE = 1_000;
    private static final double AIM_LIST = 20;
    private static final double AIM_STORED = 1;
    private static final double AIM_PAGE = 100;

    /** What is asked for; each needs a start of its own, because it is a setting. */
    private record Variant(String name, Map<String, String> settings, double aim) {

        String at(int clients) {
            return "%s, %d client%s".formatted(name, clients, clients == 1 ? "" : "s");
        }

        String empty(int clients) {
            return "empty endpoint beside " + at(clients);
        }

        String steady() {
            return name + ", steady";
        }

        String paced() {
            return "%s, %,d a second".formatted(name, PACE);
        }

        String page() {
            return name + ", page /";
        }
    }

    private final Options options;
    private final Path data;
    private final InventedReaders readers;
    private final List<Variant> variants;
    private final Variant fewest;
    private final Rounds rounds = new Rounds();
    private final List<double[]> starts = new ArrayList<>();
    private final List<Footprint> footprints = new ArrayList<>();

    RecommendationFigures(Options options, Path data, InventedReaders readers) {
        this.options = options;
        this.data = data;
        this.readers = readers;
        this.variants = variants(options);
        this.fewest = variants.get(0);
    }

    /** The variants take turns in each round. */
    void measure(Report report, Footprint empty) throws IOException, InterruptedException {
        for (int round = 0; round < options.rounds(); round++) {
            for (var variant : variants) {
                turn(variant);
            }
        }
        variants.forEach(variant -> add(report, variant));
        StartFigures.add(report, "warm start, all articles", starts, StartFigures.bareJvm());
        memory(report, "application", Footprint::application, empty);
        memory(report, "PostgreSQL", Footprint::postgres, empty);
        memory(report, "Redis", Footprint::redis, empty);
    }

    private static List<Variant> variants(Options options) {
        var variants = new ArrayList<Variant>();
        for (int candidates : options.candidates()) {
            variants.add(new Variant(
                    "recommendations of %,d candidates".formatted(candidates),
                    Map.of("RECOMMEND_WINDOW_ARTICLES", Integer.toString(candidates), "RECOMMEND_KEEP_LISTS", "PT0S"),
                    AIM_LIST));
        }
        variants.add(new Variant(
                "recommendations made before",
                Map.of("RECOMMEND_WINDOW_ARTICLES", Integer.toString(options.mostCandidates())),
                AIM_STORED));
        return variants;
    }

    private void turn(Variant variant) throws IOException, InterruptedException {
        try (var application = Application.start(data, variant.settings())) {
            starts.add(StartFigures.firstPageAndReady(application));
            var calls = application.calls();
            IntFunction<Request> list = i -> calls.get("/recommendations?user_id=" + readers.name(i));
            IntFunction<Request> page = i -> calls.page("/", readers.name(i));
            IntFunction<Request> cheap = i -> calls.get(Rounds.CHEAP);
            // What is measured is a service that has been up for a while; the first requests are those of the start
            // figures
            Load.warmUp(options.warmUp().dividedBy(4), page);
            Load.warmUp(options.warmUp().dividedBy(8), cheap);
            Load.warmUp(options.warmUp(), list);
            double perSecond = 0;
            for (int clients : CROWDS) {
                rounds.add(variant.empty(clients), crowd(application, clients, cheap));
                var load = crowd(application, clients, list);
                rounds.add(variant.at(clients), load);
                perSecond = load.perSecond();
            }
            rounds.add(
                    variant.steady(),
                    Load.openLoop(application, STEADY * perSecond, options.requests() * CROWDED, list));
            if (variant.equals(fewest)) {
                rounds.add(variant.paced(), Load.openLoop(application, PACE, options.requests() * CROWDED, list));
            }
            rounds.add(variant.empty(1), one(application, cheap));
            rounds.add(variant.at(1), Load.closedLoop(application, 1, options.requests() * LISTS, list));
            rounds.add(variant.page(), one(application, page));
            footprints.add(application.footprint());
        }
    }

    private Load one(Application application, IntFunction<Request> request) throws InterruptedException {
        return Load.closedLoop(application, 1, options.requests(), request);
    }

    private Load crowd(Application application, int clients, IntFunction<Request> request) throws InterruptedException {
        return Load.closedLoop(application, clients, options.requests() * CROWDED / clients, request);
    }

    private void add(Report report, Variant variant) {
        for (int clients : List.of(1, 8, 16, 64)) {
            var name = variant.at(clients);
            var baseline = variant.empty(clients);
            report.add(rounds.percentile(name, 50, baseline).aiming(variant.aim()));
            report.add(rounds.percentile(name, 99, baseline).aiming(AIM_LIST));
            if (clients > 1) {
                report.add(rounds.percentile(name, 99.9, baseline));
            }
            report.add(rounds.cpu(name, baseline));
            report.add(rounds.allocation(name, baseline));
            report.add(rounds.throughput(name, baseline));
        }
        report.add(rounds.percentile(variant.steady(), 50, variant.at(1)));
        report.add(rounds.percentile(variant.steady(), 99, variant.at(1)).aiming(AIM_LIST));
        report.add(rounds.throughput(variant.steady(), variant.at(1)));
        if (variant.equals(fewest)) {
            report.add(rounds.percentile(variant.paced(), 50, variant.at(1)));
            report.add(rounds.percentile(variant.paced(), 99, variant.at(1)).aiming(AIM_LIST));
            report.add(rounds.throughput(variant.paced(), variant.at(1)));
        }
        report.add(rounds.percentile(variant.page(), 50, variant.empty(1)).aiming(AIM_PAGE));
        report.add(rounds.percentile(variant.page(), 99, variant.empty(1)).aiming(AIM_PAGE));
        report.add(rounds.cpu(variant.page(), variant.empty(1)));
        report.add(rounds.allocation(variant.page(), variant.empty(1)));
    }

    private void memory(Report report, String whose, ToDoubleFunction<Footprint> part, Footprint empty) {
        var megabytes = new Sample(footprints.stream().mapToDouble(part).toArray());
        report.add(Figure.of("memory of " + whose + ", all articles", "MB", megabytes)
                .against("without articles", part.applyAsDouble(empty)));
    }
}
