package org.articlerecommender.interest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.interest.InterestModel.Liked;

/** The ways of ordering for a reader that are compared, by name; the last is the one that ships. */
final class ReaderModels {

    static final String CENTROID = "words, centroid";
    static final String SHIPPED = "all together, as shipped";
    /** The ways that use one view of articles alone. */
    static final List<String> PARTS = List.of(
            CENTROID,
            "words, regression",
            "meaning, centroid",
            "meaning, nearest three",
            "meaning, density",
            "meaning, regression",
            "authors and form");

    // smaller changes next to nothing, larger is worse
    private static final double CATEGORIES = 0.1;

    private ReaderModels() {}

    /** The scores of the candidates by each of the ways. */
    static Map<String, double[]> scores(ReaderTask task) {
        var heaviest = heaviest(task.liked());
        var rarity =
                WordCounts.rarity(task.background().stream().map(Content::words).toList());
        var regressions = Regressions.fit(heaviest, List.of(), task.background());
        var density = new Density(heaviest);
        var words = wordCentroid(heaviest, rarity);
        var meaning = centroid(heaviest);
        var model =
                InterestModel.learn(task.liked(), List.of(), task.background()).orElseThrow();
        var bylines = new Bylines(heaviest, task.background());
        var categories = new CategoryOdds(task);
        var all = new LinkedHashMap<String, ToDoubleFunction<Content>>();
        all.put(CENTROID, one -> one.words().weighted(rarity).dot(words));
        all.put("words, regression", one -> regressions.words(one.words()));
        all.put("meaning, centroid", one -> DotProduct.of(meaning, one.vector()));
        all.put("meaning, nearest three", one -> nearest(heaviest, one));
        all.put("meaning, density", one -> density.at(one.vector()).density());
        all.put("meaning, regression", one -> regressions.meaning(one.vector()));
        all.put("authors and form", one -> bylines.gain(one.byline()));
        all.put("categories", one -> categories.of(task.categories(one)));
        all.put(
                "all together and categories",
                one -> logit(model.score(one)) + CATEGORIES * categories.of(task.categories(one)));
        all.put(SHIPPED, model::score);
        var scores = new LinkedHashMap<String, double[]>();
        all.forEach((name, scorer) ->
                scores.put(name, task.candidates().stream().mapToDouble(scorer).toArray()));
        return scores;
    }

    /** The scores of the candidates by the way that ships alone. */
    static double[] shipped(ReaderTask task) {
        var model =
                InterestModel.learn(task.liked(), List.of(), task.background()).orElseThrow();
        return task.candidates().stream().mapToDouble(model::score).toArray();
    }

    private static double logit(double score) {
        return Math.log(score / (1 - score));
    }

    private static List<Liked> heaviest(List<Liked> liked) {
        return liked.stream()
                .sorted((a, b) -> Double.compare(b.weight(), a.weight()))
                .limit(1500)
                .toList();
    }

    private static float[] wordCentroid(List<Liked> liked, float[] rarity) {
        var sum = new float[WordCounts.WIDTH];
        liked.forEach(one -> one.content().words().weighted(rarity).addTo(sum, (float) one.weight()));
        return sum;
    }

    private static float[] centroid(List<Liked> liked) {
        var sum = new float[liked.get(0).content().vector().length];
        for (var one : liked) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += (float) one.weight() * one.content().vector()[j];
            }
        }
        return sum;
    }

    private static double nearest(List<Liked> liked, Content article) {
        return liked.stream()
                .limit(400)
                .mapToDouble(one -> DotProduct.of(one.content().vector(), article.vector()))
                .boxed()
                .sorted((a, b) -> Double.compare(b, a))
                .limit(3)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
