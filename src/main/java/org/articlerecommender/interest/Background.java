package org.articlerecommender.interest;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.Embedder;
import org.articlerecommender.platform.RecentlyUsed;

/**
 * The newest articles announced before a day: what a reader could have liked by then. Kept for the days asked for last,
 * as long as no vectors come or go.
 */
@Singleton
public class Background {

    private static final int KEPT = 16;

    private final ArticleVectors vectors;
    private final Contents contents;
    private final Embedder embedder;
    private final InterestConfig config;
    private final Map<Wanted, Known> known = new RecentlyUsed<>(KEPT);

    /** @param ofCategories how many of each first category; empty for all as they come */
    private record Wanted(LocalDate day, Map<String, Integer> ofCategories) {}

    private record Known(String model, int size, Map<ArticleId, Content> articles) {}

    Background(ArticleVectors vectors, Contents contents, Embedder embedder, InterestConfig config) {
        this.vectors = vectors;
        this.contents = contents;
        this.embedder = embedder;
        this.config = config;
    }

    /** The newest first and within a day by id, without the articles named. */
    public List<Content> before(LocalDate day, Set<ArticleId> without) {
        return without(articles(new Wanted(day, Map.of())), without);
    }

    /**
     * Like {@link #before(LocalDate, Set)}, but of the first categories of the articles that are chosen from, each as often as
     * among these: in a catalog of all fields, what is far from all of them would teach nothing of which to choose. The
     * fewer they are, the more come from all fields.
     */
    public List<Content> before(LocalDate day, Set<ArticleId> without, Collection<ArticleId> among) {
        var counts = vectors.firstCategories(among);
        if (counts.isEmpty()) {
            return before(day, without);
        }
        var usual = vectors.firstCategories(articles(new Wanted(day, Map.of())).keySet());
        var draw = Fields.draw(counts, usual, config.background());
        return without(articles(new Wanted(day, draw)), without);
    }

    private static List<Content> without(Map<ArticleId, Content> articles, Set<ArticleId> without) {
        return articles.entrySet().stream()
                .filter(one -> !without.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private synchronized Map<ArticleId, Content> articles(Wanted wanted) {
        var there = known.get(wanted);
        if (there == null || there.size != vectors.size() || !there.model.equals(embedder.model())) {
            there = new Known(embedder.model(), vectors.size(), contents.of(found(wanted)));
            known.put(wanted, there);
        }
        return there.articles;
    }

    private Map<ArticleId, float[]> found(Wanted wanted) {
        return wanted.ofCategories.isEmpty()
                ? vectors.announcedBefore(wanted.day, config.background())
                : vectors.announcedBefore(wanted.day, wanted.ofCategories);
    }
}
