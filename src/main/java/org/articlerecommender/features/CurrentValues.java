package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The current values of readers and articles, from Redis or, while that is away, from history. */
@ApplicationScoped
class CurrentValues {

    /**
     * What was found.
     *
     * @param values by key; those that have expired are among them
     * @param degraded why they may be older or poorer than they should be, or null
     */
    record Found(Map<String, EntityValues> values, String degraded) {}

    private final OnlineTable online;
    private final HistoryTable history;
    private final Vectors vectors;
    private final Clock clock;

    CurrentValues(OnlineTable online, HistoryTable history, Vectors vectors, Clock clock) {
        this.online = online;
        this.history = history;
        this.vectors = vectors;
        this.clock = clock;
    }

    Found of(FeatureView view, List<String> keys) {
        var model = vectors.model();
        try {
            return new Found(online.read(view, view.schema(model), keys), null);
        } catch (OnlineStoreAway away) {
            return fromHistory(view, model, keys, away.getMessage());
        }
    }

    private Found fromHistory(FeatureView view, String model, List<String> keys, String why) {
        try {
            return new Found(history.newest(view, model, keys, clock.instant()), why + "; values come from PostgreSQL");
        } catch (SQLException e) {
            return new Found(Map.of(), why + ", nor does PostgreSQL; values are defaults");
        }
    }

    /** Whether values of the view still count. */
    static boolean fresh(FeatureView view, EntityValues values, Instant now) {
        return values.at().isAfter(now.minus(view.ttl()));
    }
}
