package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.StoreUnavailable;

/** Facts and vectors of articles from memory; facts follow the catalog within seconds. */
@ApplicationScoped
class ArticleSides {

    private static final int MOST = 200_000;
    private static final Duration LOOK_BACK = Duration.ofMinutes(2);

    private final Catalog catalog;
    private final Vectors vectors;
    private final Clock clock;
    private final Map<ArticleId, ArticleFacts> known = new ConcurrentHashMap<>();
    private final ReentrantLock following = new ReentrantLock();
    private volatile long revision = -1;
    private volatile Instant seen = Instant.EPOCH;

    ArticleSides(Catalog catalog, Vectors vectors, Clock clock) {
        this.catalog = catalog;
        this.vectors = vectors;
        this.clock = clock;
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

    private Map<ArticleId, ArticleFacts> facts(Collection<ArticleId> articles) {
        try {
            follow();
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

    private void follow() {
        long now = catalog.revision();
        if (now == revision || !following.tryLock()) {
            return;
        }
        try {
            var at = clock.instant();
            if (!known.isEmpty()) {
                known.keySet().removeAll(catalog.changedSince(seen));
            }
            seen = at.minus(LOOK_BACK);
            revision = now;
        } finally {
            following.unlock();
        }
    }
}
