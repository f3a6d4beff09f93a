package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.KnownFacts;
import org.articlerecommender.catalog.PlaceMemory;

/** Facts and vectors of articles from memory; facts follow the catalog within seconds. */
@ApplicationScoped
class ArticleSides {

    private final KnownFacts facts;
    private final Vectors vectors;
    private final PlaceMemory<ArticleSide> byPlace = new PlaceMemory<>();

    ArticleSides(KnownFacts facts, Vectors vectors) {
        this.facts = facts;
        this.vectors = vectors;
    }

    /** One per article, in the order given; without PostgreSQL those that are not in memory lack their facts. */
    List<ArticleSide> of(List<ArticleId> articles) {
        var rows = vectors.inOrder(articles);
        var here = byPlace.of(articles, facts.revision());
        var sides = new ArticleSide[articles.size()];
        var missing = new ArrayList<ArticleId>();
        for (int i = 0; i < sides.length; i++) {
            var there = here.get(i);
            if (there != null && there.vector() == rows.get(i)) {
                sides[i] = there;
            } else {
                missing.add(articles.get(i));
            }
        }
        var read = missing.isEmpty() ? Map.<ArticleId, ArticleFacts>of() : facts.of(missing);
        for (int i = 0; i < sides.length; i++) {
            if (sides[i] == null) {
                sides[i] = new ArticleSide(read.get(articles.get(i)), rows.get(i));
                if (sides[i].facts() != null) {
                    here.put(i, sides[i]);
                }
            }
        }
        return Arrays.asList(sides);
    }

    /** The facts of those of the articles that are known. */
    Map<ArticleId, ArticleFacts> facts(Collection<ArticleId> articles) {
        return facts.of(articles);
    }
}
