package org.articlerecommender.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/rank} for a reader of whom only the request tells: liked and candidates by id, all of them stored. */
class RankFigures {

    private static final int CANDIDATES = 100;
    private static final List<Integer> LIKED = List.of(10, 50);
    private static final double AIM = 300;

    private final Options options;
    private final InventedArticles articles;

    RankFigures(Options options, InventedArticles articles) {
        this.options = options;
        this.articles = articles;
    }

    void measure(Application application, Report report) throws Exception {
        var turns = new LinkedHashMap<String, Rounds.Turn>();
        int many = Math.max(5, options.requests() / 5);
        turns.put(
                "empty endpoint",
                round -> Load.closedLoop(
                        application, 1, many, i -> application.calls().get(Rounds.CHEAP)));
        for (int liked : LIKED) {
            turns.put(name(liked), round -> Load.closedLoop(application, 1, many, i -> rank(application, liked, i)));
        }
        for (var turn : turns.values()) {
            turn.run(-1);
        }
        var rounds = Rounds.alternate(options.rounds(), turns);
        for (int liked : LIKED) {
            report.add(rounds.percentile(name(liked), 50, "empty endpoint").aiming(AIM));
            report.add(rounds.percentile(name(liked), 99, "empty endpoint"));
            report.add(rounds.cpu(name(liked), "empty endpoint"));
            report.add(rounds.allocation(name(liked), "empty endpoint"));
        }
    }

    private static String name(int liked) {
        return "rank %d candidates, %d liked".formatted(CANDIDATES, liked);
    }

    // Another reader at each call: nothing of the one before is of use
    private Request rank(Application application, int liked, int call) {
        int first = call * 13 % (options.articles() - CANDIDATES - liked);
        var body = Map.of("liked", ids(first + CANDIDATES, liked), "candidates", ids(first, CANDIDATES));
        try {
            return application.calls().postJson("/api/v1/rank", body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ids(int first, int count) {
        return articles.between(first, first + count).stream()
                .map(InventedArticle::id)
                .toList();
    }
}
