package org.articlerecommender.recommend;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.KnownFacts;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.events.Draft;
import org.articlerecommender.events.Exploration;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.ranking.Explanation;
import org.articlerecommender.ranking.KnownReader;
import org.articlerecommender.ranking.Ranker;
import org.articlerecommender.ranking.Ranking;
import org.articlerecommender.recommend.Policy.Placed;

/** Makes the lines of a list out of a ranking, and says why each is there. */
@Singleton
class ListMaker {

    /**
     * The lines as they are recorded and as they are shown, in the same order.
     *
     * @param teams who drafted each line, a letter each; null when one model alone ordered the list
     * @param explored what exploring lines were drawn from
     */
    record Made(
            List<ShownRanking.Item> lines, List<Recommended.Item> items, String teams, List<Exploration> explored) {}

    private final Ranker ranker;
    private final ArticleVectors vectors;
    private final KnownFacts facts;
    private final RecommendConfig config;

    ListMaker(Ranker ranker, ArticleVectors vectors, KnownFacts facts, RecommendConfig config) {
        this.ranker = ranker;
        this.vectors = vectors;
        this.facts = facts;
        this.config = config;
    }

    /**
     * @param candidates hold at least the ranked articles
     * @param teams who drafted each line of the ranking; null when one model alone ordered it
     */
    Made make(
            KnownReader reader,
            Ranking ranking,
            List<Character> teams,
            Candidates candidates,
            int length,
            Random dice) {
        var placed = place(reader, ranking, length, dice);
        var lines = placed.stream().map(one -> ranking.lines().get(one.from())).toList();
        var explained = ranker.explain(reader, ranking, lines);
        var titles = titles(explained);
        var recorded = new ArrayList<ShownRanking.Item>();
        var items = new ArrayList<Recommended.Item>();
        for (int i = 0; i < placed.size(); i++) {
            var line = lines.get(i);
            var place = placed.get(i);
            recorded.add(new ShownRanking.Item(
                    i + 1, line.article(), line.score(), place.propensity(), ranking.featureNames(), line.features()));
            items.add(new Recommended.Item(
                    candidates.article(line.article()),
                    line.score(),
                    Why.of(explained.get(i), titles, place.exploring()),
                    place.exploring(),
                    explained.get(i)));
        }
        return new Made(recorded, items, teams == null ? null : teams(placed, teams), explored(placed, ranking));
    }

    private static String teams(List<Placed> placed, List<Character> teams) {
        var drafted = new StringBuilder();
        placed.forEach(one -> drafted.append(one.exploring() ? Draft.NEITHER : teams.get(one.from())));
        return drafted.toString();
    }

    private static List<Exploration> explored(List<Placed> placed, Ranking ranking) {
        var explored = new ArrayList<Exploration>();
        for (int i = 0; i < placed.size(); i++) {
            var one = placed.get(i);
            if (one.exploring()) {
                var pool = one.pool().stream().map(ranking.lines()::get).toList();
                explored.add(new Exploration(
                        i + 1,
                        one.pool().indexOf(one.from()),
                        pool.stream().map(Ranking.Line::article).toList(),
                        pool.stream().map(Ranking.Line::features).toArray(double[][]::new)));
            }
        }
        return explored;
    }

    private List<Placed> place(KnownReader reader, Ranking ranking, int length, Random dice) {
        int ranked = ranking.lines().size();
        var reach = ranking.lines().subList(0, Math.min(ranked, Policy.REACH * length));
        var interests = reach.stream().mapToInt(Ranking.Line::interest).toArray();
        int exploring = reader.reader() == null ? 0 : config.exploring();
        return new Policy(config.spread(), exploring, config.mostOfOne())
                .place(
                        ranked,
                        vectors.inOrder(
                                reach.stream().map(Ranking.Line::article).toList()),
                        interests,
                        length,
                        dice);
    }

    private Map<ArticleId, ArticleFacts> titles(List<Explanation> explained) {
        return facts.of(explained.stream()
                .map(Explanation::nearest)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }
}
