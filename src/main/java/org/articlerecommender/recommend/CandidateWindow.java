package org.articlerecommender.recommend;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.articlerecommender.catalog.ArticleFilter;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.StoreUnavailable;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Keeps the candidates of the window in memory, whole articles, so that a list needs no query for them and is answered
 * while PostgreSQL is away. What is served is at most a second and one reading of the window old.
 */
@ApplicationScoped
class CandidateWindow {

    private static final int STAND_INS = 1000;

    private final Catalog catalog;
    private final RecommendConfig config;
    private final Clock clock;
    private final ManagedExecutor executor;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile Candidates current = Candidates.NONE;

    CandidateWindow(Catalog catalog, RecommendConfig config, Clock clock, ManagedExecutor executor) {
        this.catalog = catalog;
        this.config = config;
        this.clock = clock;
        this.executor = executor;
    }

    void onStart(@Observes StartupEvent start) {
        refreshAside();
    }

    /** The candidates of now; empty only while there are no articles at all. */
    Candidates current() {
        var seen = current;
        try {
            if (seen.revision() != catalog.revision() || !seen.from().equals(from())) {
                if (seen.ids().isEmpty()) {
                    refresh();
                } else {
                    refreshAside();
                }
            }
        } catch (StoreUnavailable e) {
            Log.debugf("Serving the candidates read before: %s", e.getMessage());
        }
        return current;
    }

    private void refreshAside() {
        if (refreshing.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    refresh();
                } catch (StoreUnavailable e) {
                    Log.warnf("The candidates stay as they were: %s", e.getMessage());
                } finally {
                    refreshing.set(false);
                }
            });
        }
    }

    private synchronized void refresh() {
        long revision = catalog.revision();
        var from = from();
        if (current.revision() == revision && current.from().equals(from)) {
            return;
        }
        var inWindow = catalog.newest(ArticleFilter.since(from), config.windowArticles());
        boolean stale = inWindow.isEmpty();
        current = Candidates.of(revision, from, stale, stale ? catalog.newest(ArticleFilter.ALL, STAND_INS) : inWindow);
    }

    private LocalDate from() {
        return LocalDate.now(clock).minusDays(config.windowDays());
    }
}
