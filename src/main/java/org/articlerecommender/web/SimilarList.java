package org.articlerecommender.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.Neighbour;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.TimeOrderedId;

/** The list under an article: what is most like it. */
@Singleton
class SimilarList {

    private static final int LENGTH = 10;

    private final ArticleVectors vectors;
    private final Catalog catalog;
    private final Rankings rankings;
    private final Clock clock;

    SimilarList(ArticleVectors vectors, Catalog catalog, Rankings rankings, Clock clock) {
        this.vectors = vectors;
        this.catalog = catalog;
        this.rankings = rankings;
        this.clock = clock;
    }

    /** The recorded list; empty while the article has no vector. */
    Optional<ShownRanking> of(Article article, Optional<ReaderId> reader) {
        var near = vectors.similar(article.id(), LENGTH);
        var known = catalog.find(near.stream().map(Neighbour::article).toList());
        var items = new ArrayList<ShownRanking.Item>();
        for (var one : near) {
            if (known.containsKey(one.article())) {
                items.add(new ShownRanking.Item(
                        items.size() + 1, one.article(), one.similarity(), 1, List.of(), new double[0]));
            }
        }
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var list = new ShownRanking(
                TimeOrderedId.at(clock.instant()),
                reader.orElse(null),
                ShownRanking.Kind.SIMILAR,
                null,
                "similarity",
                "default",
                clock.instant(),
                vectors.size(),
                items);
        rankings.save(list);
        return Optional.of(list);
    }
}
