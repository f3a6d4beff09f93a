package org.articlerecommender.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * What a module keeps in memory of articles it has read. It may be used by several threads.
 *
 * @param <V> what is kept of one
 */
public final class ArticleMemory<V> {

    // Longer than any transaction that changes articles: one that began earlier may become visible later
    private static final Duration LOOK_BACK = Duration.ofMinutes(2);

    private final Catalog catalog;
    private final Clock clock;
    private final Map<ArticleId, V> known = new ConcurrentHashMap<>();
    private final ReentrantLock following = new ReentrantLock();
    private volatile long revision = -1;
    private volatile Instant seen = Instant.EPOCH;

    public ArticleMemory(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Changes whenever articles may have been forgotten. */
    public long revision() {
        return revision;
    }

    /** What is kept, to be read and added to. */
    public Map<ArticleId, V> known() {
        return known;
    }

    /**
     * Forgets the articles that have changed in the catalog.
     *
     * @throws StoreUnavailable if PostgreSQL does not answer; everything stays as it is
     */
    public void follow() {
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
