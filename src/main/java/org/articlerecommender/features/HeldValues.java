package org.articlerecommender.features;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.PlaceMemory;

/** The current values of articles in one view. It may be used by several threads. */
final class HeldValues {

    // most articles of a day were dealt with by nobody
    private static final EntityValues NONE = new EntityValues(Instant.EPOCH, new Object[0]);

    private final Map<String, EntityValues> byArticle = new ConcurrentHashMap<>();
    private final PlaceMemory<EntityValues> byPlace = new PlaceMemory<>();
    private final AtomicLong changes = new AtomicLong();

    /** In the order given; null for an article that has none. */
    EntityValues[] of(List<ArticleId> articles) {
        var here = byPlace.of(articles, changes.get());
        var values = new EntityValues[articles.size()];
        for (int i = 0; i < values.length; i++) {
            var there = here.get(i);
            if (there == null) {
                there = byArticle.getOrDefault(articles.get(i).value(), NONE);
                here.put(i, there);
            }
            values[i] = there == NONE ? null : there;
        }
        return values;
    }

    /** Takes over values by the article's id; what is there of a later moment stays. */
    void put(Map<String, EntityValues> values) {
        values.forEach((article, one) ->
                byArticle.merge(article, one, (old, next) -> next.at().isBefore(old.at()) ? old : next));
        changed(!values.isEmpty());
    }

    void forgetBefore(Instant oldest) {
        changed(byArticle.values().removeIf(values -> values.at().isBefore(oldest)));
    }

    // after the change, so that nobody keeps what was there before it for longer
    private void changed(boolean really) {
        if (really) {
            changes.incrementAndGet();
        }
    }
}
