package org.articlerecommender.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.training.ScoredLists.ListScorer;

/** Measures rankers on the same lists, each beside the first of them. */
final class Evaluator {

    private static final int TOP = 10;

    private final TrainingSet set;
    private final Worth worth;
    private final Draws draws;
    private final Map<ArticleId, Set<ReaderId>> answered = new HashMap<>();
    private final double articles;

    Evaluator(TrainingSet set, Worth worth, long seed) {
        this.set = set;
        this.worth = worth;
        this.draws = Draws.of(set, seed);
        set.rows().stream()
                .filter(TrainingRow::positive)
                .forEach(row -> answered.computeIfAbsent(row.article(), any -> new HashSet<>())
                        .add(row.reader()));
        this.articles = set.rows().stream().map(TrainingRow::article).distinct().count();
    }

    String drawn() {
        return draws.unit();
    }

    /**
     * @param rankers by name, in order; the others are compared with the first
     * @param floors the names of those whose scores claim nothing
     */
    List<EvaluationResult.Ranker> measure(Map<String, ListScorer> rankers, Set<String> floors) {
        var measured = new ArrayList<EvaluationResult.Ranker>();
        ScoredLists first = null;
        for (var ranker : rankers.entrySet()) {
            var scored = new ScoredLists(set, worth, ranker.getValue());
            first = first == null ? scored : first;
            boolean floor = floors.contains(ranker.getKey());
            var compared = Comparison.of(scored, first, draws);
            var top = top(ranker.getValue());
            measured.add(new EvaluationResult.Ranker(
                    ranker.getKey(),
                    floor,
                    compared.model(),
                    scored == first ? null : compared.difference(),
                    new HashSet<>(top).size() / articles,
                    novelty(top),
                    floor ? null : scored.reliability()));
        }
        return measured;
    }

    /** The first ten of every list. */
    private List<ArticleId> top(ListScorer scorer) {
        var top = new ArrayList<ArticleId>();
        for (var list : set.lists()) {
            var scores = scorer.scores(list);
            Arrays.stream(ListMeasures.order(list, scores))
                    .limit(TOP)
                    .forEach(row -> top.add(list.get(row).article()));
        }
        return top;
    }

    private double novelty(List<ArticleId> top) {
        double readers = set.readers() + 1.0;
        return top.stream()
                .mapToDouble(one ->
                        -Math.log((1 + answered.getOrDefault(one, Set.of()).size()) / readers) / Math.log(2))
                .average()
                .orElse(0);
    }
}
