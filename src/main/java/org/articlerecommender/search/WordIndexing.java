package org.articlerecommender.search;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.articlerecommender.catalog.ArticleFilter;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.StoreUnavailable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the index of words in step with the catalog.
 *
 * <p>The index lies in the data directory and is a cache: it is made anew from the catalog when it is missing, damaged, of
 * another form or of another catalog, in the background while searches find what is there already.
 */
@ApplicationScoped
class WordIndexing {

    private static final int AT_ONCE = 500;
    // what a search takes in before it answers; more is left to the background
    private static final int FOR_ONE_SEARCH = 1000;
    // Longer than any transaction that stores articles: one that began earlier may become visible later
    private static final int LOOK_BACK_SECONDS = 120;
    private static final String SEEN = "seen";
    private static final String REVISION = "revision";

    private final Catalog catalog;
    private final Path place;
    private final ReentrantLock following = new ReentrantLock();
    private final Map<ArticleId, Instant> lately = new HashMap<>();
    private volatile WordIndex index;
    private volatile long revision = -1;
    private Instant seen = Instant.EPOCH;
    private boolean failing;

    WordIndexing(Catalog catalog, @ConfigProperty(name = "data.dir") String dataDir) {
        this.catalog = catalog;
        this.place = Path.of(dataDir, "word-index");
    }

    /** The index, with what this process has stored; what others stored in the last second may be missing. */
    WordIndex current() {
        try {
            if (revision != catalog.revision() && following.tryLock(1, TimeUnit.SECONDS)) {
                try {
                    follow(FOR_ONE_SEARCH);
                } finally {
                    following.unlock();
                }
            }
        } catch (StoreUnavailable e) {
            Log.debugf("Searching in what the index has: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("keeping the index of words in " + place, e);
        }
        return opened();
    }

    /** Whether everything is in the index that the catalog had a moment ago. */
    boolean complete() {
        return revision >= 0;
    }

    @Scheduled(every = "${search.refresh-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void onSchedule() {
        try {
            refresh();
            failing = false;
        } catch (StoreUnavailable | IOException e) {
            if (!failing) {
                Log.warnf("The index of words stays as it is: %s", e.getMessage());
            }
            failing = true;
        }
    }

    /** Takes in everything that changed. */
    void refresh() throws IOException {
        following.lock();
        try {
            follow(Integer.MAX_VALUE);
        } finally {
            following.unlock();
        }
    }

    private void follow(int most) throws IOException {
        var now = opened();
        long at = catalog.revision();
        if (at == revision) {
            return;
        }
        if (at < revision) {
            // a catalog that was put back to an earlier state
            now = startAnew();
        }
        var changes = catalog.changes(seen.equals(Instant.EPOCH) ? seen : seen.minusSeconds(LOOK_BACK_SECONDS));
        var next = new ArrayList<ArticleId>();
        changes.forEach((article, changed) -> {
            if (!changed.equals(lately.get(article))) {
                next.add(article);
            }
        });
        if (next.size() > most) {
            return;
        }
        put(now, next);
        if (catalog.count(ArticleFilter.ALL) != now.size()) {
            reconcile(now);
        }
        remember(changes);
        revision = at;
        now.commit(Map.of(SEEN, seen.toString(), REVISION, String.valueOf(revision)));
        if (next.size() > FOR_ONE_SEARCH) {
            Log.infof("The words of %d articles went into the index, which has %d.", next.size(), now.size());
        }
    }

    private void put(WordIndex into, List<ArticleId> articles) throws IOException {
        for (int from = 0; from < articles.size(); from += AT_ONCE) {
            var part = articles.subList(from, Math.min(articles.size(), from + AT_ONCE));
            into.put(catalog.find(part).values());
        }
    }

    // Articles that were removed leave no trace to follow
    private void reconcile(WordIndex now) throws IOException {
        var stored = catalog.changes(Instant.EPOCH).keySet();
        var indexed = now.read(search -> search.every(WordQueries.EVERYTHING));
        var gone = new HashSet<>(indexed);
        gone.removeAll(stored);
        now.remove(gone);
        var lacking = new HashSet<>(stored);
        lacking.removeAll(indexed);
        put(now, List.copyOf(lacking));
    }

    private void remember(Map<ArticleId, Instant> changes) {
        changes.values().forEach(changed -> seen = changed.isAfter(seen) ? changed : seen);
        var since = seen.minusSeconds(LOOK_BACK_SECONDS);
        lately.putAll(changes);
        lately.values().removeIf(changed -> changed.isBefore(since));
    }

    private synchronized WordIndex opened() {
        if (index == null) {
            index = WordIndexFiles.open(place, catalog.identity());
            var said = index.said();
            seen = Instant.parse(said.getOrDefault(SEEN, Instant.EPOCH.toString()));
            long known = Long.parseLong(said.getOrDefault(REVISION, "-1"));
            if (known > catalog.revision()) {
                startAnew();
            } else {
                revision = known;
            }
        }
        return index;
    }

    private synchronized WordIndex startAnew() {
        close();
        WordIndexFiles.remove(place);
        seen = Instant.EPOCH;
        index = WordIndexFiles.open(place, catalog.identity());
        return index;
    }

    @PreDestroy
    synchronized void close() {
        try {
            if (index != null) {
                index.close();
            }
        } catch (IOException e) {
            Log.warnf("The index of words was not closed well and may be made anew: %s", e.getMessage());
        }
        index = null;
        // what was not committed is taken in once more
        revision = -1;
        lately.clear();
    }
}
