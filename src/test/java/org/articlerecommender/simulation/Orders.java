package org.articlerecommender.simulation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.FeatureVectors;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.Ranker;
import org.articlerecommender.ranking.Ranking;
import org.articlerecommender.ranking.Scorer;

/** The same candidates in the order of each of those that are compared, before lists are spread and explored. */
@Singleton
public class Orders {

    static final String FALLBACK = "the fallback";

    private final Ranker ranker;
    private final ModelRegistry models;
    private final Random random = new Random(3);

    Orders(Ranker ranker, ModelRegistry models) {
        this.ranker = ranker;
        this.models = models;
    }

    /** @param worth what each candidate is worth to the reader, which only the oracle knows */
    Map<String, List<ArticleId>> of(ReaderId reader, List<ArticleId> candidates, Map<ArticleId, Double> worth) {
        var ranking = ranker.rank(ranker.known(reader), candidates);
        var values = new FeatureVectors(
                ranking.featureNames(),
                ranking.lines().stream().map(Ranking.Line::features).toArray(double[][]::new),
                null);
        var ids = ranking.lines().stream().map(Ranking.Line::article).toList();
        var fallback = models.fallback(values);
        var shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        var orders = new LinkedHashMap<String, List<ArticleId>>();
        orders.put("chance", shuffled);
        orders.put(FALLBACK, by(fallback, ids, values));
        orders.put("the model that serves", by(models.serving(values), ids, values));
        orders.put("the newest model, promoted or not", by(newest(values, fallback), ids, values));
        orders.put(
                "the oracle",
                candidates.stream()
                        .sorted(Comparator.comparingDouble(id -> -worth.get(id)))
                        .toList());
        return orders;
    }

    private Scorer newest(FeatureVectors values, Scorer otherwise) {
        return models.all().stream()
                .max(Comparator.comparing(model -> model.createdAt()))
                .map(model -> models.scorer(model.id(), models.numbers(model.id()), values))
                .orElse(otherwise);
    }

    private static List<ArticleId> by(Scorer scorer, List<ArticleId> ids, FeatureVectors values) {
        var scores = scorer.scores(values.rows());
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .map(ids::get)
                .toList();
    }
}
