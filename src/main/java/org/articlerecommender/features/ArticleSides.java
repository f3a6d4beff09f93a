package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.ArticleMemory;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.StoreUnavailable;

/** Facts and vectors of articles from memory; facts follow the catalog within seconds. */
@ApplicationScoped
class ArticleSides {

    private static final int MOST = 200_000;

    private final Catalog catalog;
    private final Vectors vectors;
    private final ArticleMemory<ArticleFacts> memory;

    ArticleSides(Catalog catalog, Vectors vectors, Clock clock) {
        this.catalog = catalog;
        this.vectors = vectors;
        this.memory = new ArticleMemory<>(catalog, clock);
    }

    /** One per article, in the order given; without PostgreSQL those that are not in memory lack their facts. */
    List<ArticleSide> of(List<ArticleId> articles) {
        var facts = facts(articles);
        var rows = vectors.articles(articles);
        var sides = new ArrayList<ArticleSide>(articles.size());
        for (var article : articles) {
            sides.add(new ArticleSide(facts.get(article), rows.get(article)));
        }
        return sides;
    }

    /** The facts of those of the articles that are known, perhaps of others too. */
    Map<ArticleId, ArticleFacts> facts(Collection<ArticleId> articles) {
        var known = memory.known();
        try {
            memory.follow();
            var missing = articles.stream().filter(id -> !known.containsKey(id)).toList();
            if (missing.isEmpty()) {
                return known;
            }
            var read = catalog.facts(missing);
            if (known.size() + read.size() > MOST) {
                known.clear();
                var all = new HashMap<>(read);
                all.putAll(catalog.facts(articles));
                known.putAll(all);
                return all;
            }
            known.putAll(read);
            return known;
        } catch (StoreUnavailable e) {
            return known;
        }
    }
}
