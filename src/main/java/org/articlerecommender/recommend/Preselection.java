package org.articlerecommender.recommend;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.FeatureStore;

/**
 * Cuts many candidates down to those worth scoring with all features (the original's idea number 8, SEED 1.10): the ones
 * nearest to what the reader searched for or acted on and, as a third of the places, the newest.
 */
@Singleton
class Preselection {

    private final FeatureStore features;
    private final ArticleVectors vectors;

    Preselection(FeatureStore features, ArticleVectors vectors) {
        this.features = features;
        this.vectors = vectors;
    }

    /** @param candidates newest first; so is the answer when there is nothing to be near to */
    List<ArticleId> of(ReaderId reader, List<Article> candidates, int most) {
        var ids = candidates.stream().map(Article::id).toList();
        if (ids.size() <= most) {
            return ids;
        }
        var known = reader == null ? null : features.reader(reader).orElse(null);
        if (known == null || known.queryEmbedding() == null && known.titleEmbedding() == null) {
            return ids.subList(0, most);
        }
        int newest = most / 3;
        var chosen = new ArrayList<>(ids.subList(0, newest));
        var rest = ids.subList(newest, ids.size());
        var near = vectors.of(rest);
        record Near(ArticleId article, double likeness) {}
        rest.stream()
                .filter(near::containsKey)
                .map(article -> new Near(
                        article,
                        Math.max(
                                likeness(known.queryEmbedding(), near.get(article)),
                                likeness(known.titleEmbedding(), near.get(article)))))
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .limit(most - newest)
                .forEach(one -> chosen.add(one.article()));
        return chosen;
    }

    private static double likeness(float[] wanted, float[] article) {
        return wanted == null ? -1 : DotProduct.of(wanted, article);
    }
}
