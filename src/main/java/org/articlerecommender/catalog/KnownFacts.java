package org.articlerecommender.catalog;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.articlerecommender.platform.StoreUnavailable;

/** Facts of articles from memory; they follow the catalog within seconds. */
@ApplicationScoped
public class KnownFacts {

    private static final int MOST = 200_000;

    private final Catalog catalog;
    private final ArticleMemory<ArticleFacts> memory;

    KnownFacts(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.memory = new ArticleMemory<>(catalog, clock);
    }

    /** Changes with every change of an article that is noticed. */
    public long revision() {
        follow();
        return memory.revision();
    }

    private void follow() {
        try {
            memory.follow();
        } catch (StoreUnavailable e) {
            Log.debugf("Facts of articles stay as they are: %s", e.getMessage());
        }
    }

    /** Of those of the articles that are known; without PostgreSQL of those that are in memory. */
    public Map<ArticleId, ArticleFacts> of(Collection<ArticleId> articles) {
        follow();
        var known = memory.known();
        var facts = new HashMap<ArticleId, ArticleFacts>(articles.size() * 2);
        for (var article : articles) {
            var there = known.get(article);
            if (there != null) {
                facts.put(article, there);
            }
        }
        var missing = articles.stream().filter(id -> !facts.containsKey(id)).toList();
        if (missing.isEmpty()) {
            return facts;
        }
        try {
            var read = catalog.facts(missing);
            if (known.size() + read.size() > MOST) {
                known.clear();
            }
            known.putAll(read);
            facts.putAll(read);
        } catch (StoreUnavailable e) {
            Log.debugf("Articles lack their facts: %s", e.getMessage());
        }
        return facts;
    }
}
