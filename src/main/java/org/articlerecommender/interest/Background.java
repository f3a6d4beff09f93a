package org.articlerecommender.interest;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.Embedder;

/**
 * The newest articles announced before a day: what a reader could have liked by then. Kept for the days asked for last,
 * as long as no vectors come or go.
 */
@Singleton
public class Background {

    private static final int DAYS = 8;

    private final ArticleVectors vectors;
    private final Contents contents;
    private final Embedder embedder;
    private final InterestConfig config;
    private final Map<LocalDate, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Known> eldest) {
            return size() > DAYS;
        }
    };

    private record Known(String model, int size, Map<ArticleId, Content> articles) {}

    Background(ArticleVectors vectors, Contents contents, Embedder embedder, InterestConfig config) {
        this.vectors = vectors;
        this.contents = contents;
        this.embedder = embedder;
        this.config = config;
    }

    /** The newest first and within a day by id, without the articles named. */
    public List<Content> before(LocalDate day, Set<ArticleId> without) {
        return articles(day).entrySet().stream()
                .filter(one -> !without.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private synchronized Map<ArticleId, Content> articles(LocalDate day) {
        var there = known.get(day);
        if (there == null || there.size != vectors.size() || !there.model.equals(embedder.model())) {
            there = new Known(
                    embedder.model(), vectors.size(), contents.of(vectors.announcedBefore(day, config.background())));
            known.put(day, there);
        }
        return there.articles;
    }
}
