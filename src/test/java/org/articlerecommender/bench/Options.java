package org.articlerecommender.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param candidates the candidate counts of recommendations, the largest last
 * @param rounds how often each variant has its turn
 * @param requests how many requests one client makes in a turn
 * @param warmUp for how long lists are asked for before they are measured
 * @param batch articles in one import
 * @param features whether the feature store alone is measured
 * @param out where the JSON goes
 */
record Options(
        int articles,
        List<Integer> candidates,
        int rounds,
        int requests,
        Duration warmUp,
        int batch,
        boolean features,
        Path out) {

    // Of one announcement month at a thousand a day; more would run out of five-digit arXiv numbers
    static final int MOST_ARTICLES = 99_999;

    static Options parse(String... arguments) {
        boolean quick = List.of(arguments).contains("--quick");
        int articles = quick ? 2_000 : 66_000;
        int rounds = quick ? 2 : 5;
        boolean features = false;
        var out = Path.of("target/bench.json");
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> {}
                case "--only" -> {
                    features = after(arguments, i++).equals("features");
                    if (!features) {
                        throw new IllegalArgumentException("--only takes features");
                    }
                }
                case "--rounds" -> rounds = Integer.parseInt(after(arguments, i++));
                case "--articles" -> articles = Integer.parseInt(after(arguments, i++));
                case "--out" -> out = Path.of(after(arguments, i++));
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        if (features) {
            articles = 1_000;
        }
        if (articles < 200 || articles > MOST_ARTICLES) {
            throw new IllegalArgumentException("--articles takes 200 to " + MOST_ARTICLES);
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds takes 1 or more");
        }
        // A tenth more articles than candidates, so that it is the limit that counts
        int most = Math.min(10_000, articles * 10 / 11);
        return new Options(
                articles,
                List.of(most / 10, most * 3 / 10, most),
                rounds,
                quick ? 100 : 300,
                Duration.ofSeconds(quick ? 8 : 40),
                quick ? 250 : 1_000,
                features,
                out.toAbsolutePath());
    }

    /** The larger candidate count. */
    int mostCandidates() {
        return candidates.get(candidates.size() - 1);
    }

    private static String after(String[] arguments, int option) {
        if (option + 1 == arguments.length) {
            throw new IllegalArgumentException(arguments[option] + " needs a value");
        }
        return arguments[option + 1];
    }
}
