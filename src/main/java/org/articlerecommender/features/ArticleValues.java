package org.articlerecommender.features;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.articlerecommender.catalog.ArticleId;

/**
 * Current values of articles in memory, the same for every reader. What this process writes is here at once, what other
 * replicas write within seconds.
 */
@ApplicationScoped
class ArticleValues {

    private static final int AT_ONCE = 2000;
    // Longer than a transaction that writes history takes, and than two machines' clocks differ
    private static final Duration LOOK_BACK = Duration.ofSeconds(30);

    private final HistoryTable history;
    private final Vectors vectors;
    private final Clock clock;
    private final Map<String, HeldValues> byView = new ConcurrentHashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();
    private final FeatureDefinitions definitions;
    private boolean failing;

    ArticleValues(FeatureDefinitions definitions, HistoryTable history, Vectors vectors, Clock clock) {
        this.history = history;
        this.vectors = vectors;
        this.clock = clock;
        this.definitions = definitions;
    }

    /** The values of the articles, in the order given; null for an article that has none. They may have expired. */
    EntityValues[] of(FeatureView view, List<ArticleId> articles) {
        return held(view).of(articles);
    }

    /** Takes over values; what is there of a later moment stays. */
    void put(FeatureView view, Map<String, EntityValues> values) {
        held(view).put(values);
    }

    private HeldValues held(FeatureView view) {
        return byView.computeIfAbsent(name(view), name -> new HeldValues());
    }

    @Scheduled(every = "5s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void onSchedule() {
        try {
            follow();
            if (failing) {
                Log.info("The features of articles follow again");
            }
            failing = false;
        } catch (SQLException | RuntimeException e) {
            if (!failing) {
                Log.warnf(
                        "The features of articles stay as they are: %s",
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
            failing = true;
        }
    }

    /** Takes over what was written since the last time, and lets go of what has expired. */
    synchronized void follow() throws SQLException {
        var now = clock.instant();
        var views = definitions.views().stream()
                .filter(view -> view.entity() == Entity.ARTICLE)
                .toList();
        for (var view : views) {
            var since = seen.getOrDefault(name(view), Instant.EPOCH);
            history.pages(view, vectors.model(), now, since, AT_ONCE, rows -> put(view, rows));
            var oldest = now.minus(view.ttl());
            held(view).forgetBefore(oldest);
            seen.put(name(view), now.minus(LOOK_BACK));
        }
        var names = views.stream().map(ArticleValues::name).toList();
        byView.keySet().retainAll(names);
        seen.keySet().retainAll(names);
    }

    // values of another meaning are of no use
    private static String name(FeatureView view) {
        return view.name() + " " + view.meaning();
    }
}
