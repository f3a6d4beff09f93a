package org.articlerecommender.features;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlerecommender.platform.StoreUnavailable;

/** Keeps values: a row of history each and, when they are the current ones, in Redis and in memory. */
@ApplicationScoped
class ValueWriter {

    private final HistoryWriter history;
    private final OnlineTable online;
    private final ArticleValues articleValues;
    private final Vectors vectors;

    ValueWriter(HistoryWriter history, OnlineTable online, ArticleValues articleValues, Vectors vectors) {
        this.history = history;
        this.online = online;
        this.articleValues = articleValues;
        this.vectors = vectors;
    }

    /** Adds rows to the history; values at past moments do not touch the current ones. */
    void remember(FeatureView view, Map<Moment, EntityValues> rows) {
        remember(Map.of(view, rows));
    }

    /** The same for several views, all or nothing. */
    void remember(Map<FeatureView, Map<Moment, EntityValues>> byView) {
        var given = new LinkedHashMap<>(byView);
        given.values().removeIf(Map::isEmpty);
        if (given.isEmpty()) {
            return;
        }
        try {
            history.append(vectors.model(), given);
        } catch (SQLException e) {
            throw new StoreUnavailable(
                    "writing the history of "
                            + given.keySet().stream().map(FeatureView::name).collect(Collectors.joining(", ")),
                    e);
        }
    }

    /** Whose values of exactly this moment were written since. */
    Set<String> written(FeatureView view, Instant moment, Instant since) {
        try {
            return history.keysAt(view, moment, since);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the history of " + view.name(), e);
        }
    }

    /** Makes values the current ones; one that is older than what is there changes nothing. */
    void publish(FeatureView view, Map<Moment, EntityValues> rows) {
        var byKey = new LinkedHashMap<String, EntityValues>();
        rows.forEach((moment, values) -> byKey.put(moment.key(), values));
        show(view, byKey);
    }

    /** Like {@link #publish}, by key. */
    void show(FeatureView view, Map<String, EntityValues> values) {
        if (view.entity() == Entity.ARTICLE) {
            articleValues.put(view, values);
        }
        if (view.online() && !values.isEmpty()) {
            try {
                online.write(view, view.schema(vectors.model()), new HashMap<>(values));
            } catch (OnlineStoreAway e) {
                // it remembers what it lacks, and OnlineWatch sees to it
                Log.debug("Redis lacks values", e);
            }
        }
    }
}
