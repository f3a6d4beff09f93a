package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.features.Observation.OfArticle.Counted;
import org.articlerecommender.platform.StoreUnavailable;

/** Gathers what a view's features are computed from, for many entities and moments in a few round trips. */
@Singleton
class Observations {

    private final ObservationTable table;
    private final Catalog catalog;
    private final Vectors vectors;

    Observations(ObservationTable table, Catalog catalog, Vectors vectors) {
        this.table = table;
        this.catalog = catalog;
        this.vectors = vectors;
    }

    /** One observation per moment, in the order given. */
    List<Observation> of(FeatureView view, List<Moment> moments) {
        if (moments.isEmpty()) {
            return List.of();
        }
        try {
            return view.entity() == Entity.READER ? readers(view, moments) : articles(view, moments);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading events for " + view.name(), e);
        }
    }

    private List<Observation> readers(FeatureView view, List<Moment> moments) throws SQLException {
        var first = moments.stream().map(Moment::at).min(Instant::compareTo).orElseThrow();
        var last = moments.stream().map(Moment::at).max(Instant::compareTo).orElseThrow();
        var since = new EnumMap<EventType, Instant>(EventType.class);
        view.needs().forEach((type, window) -> since.put(type, first.minus(window)));
        var keys = moments.stream().map(Moment::key).collect(Collectors.toSet());
        var seen = enriched(table.seen(keys, since, last));
        return moments.stream()
                .<Observation>map(moment -> new Observation.OfReader(
                        moment.at(),
                        seen.getOrDefault(moment.key(), List.of()).stream()
                                .filter(one -> one.at().isBefore(moment.at()))
                                .toList()))
                .toList();
    }

    private Map<String, List<Seen>> enriched(Map<String, List<Seen>> seen) {
        var articles = new HashSet<ArticleId>();
        var queries = new HashSet<String>();
        seen.values()
                .forEach(list -> list.stream().filter(Observations::matters).forEach(one -> {
                    if (one.article() != null) {
                        articles.add(one.article());
                    } else if (one.query() != null) {
                        queries.add(one.query());
                    }
                }));
        var facts = catalog.facts(articles);
        var articleVectors = vectors.articles(articles);
        var texts = List.copyOf(queries);
        var queryVectors = new HashMap<String, float[]>();
        if (!texts.isEmpty()) {
            var made = vectors.texts(texts);
            for (int i = 0; i < texts.size(); i++) {
                queryVectors.put(texts.get(i), made.get(i));
            }
        }
        seen.replaceAll((reader, list) -> list.stream()
                .map(one -> !matters(one) ? one : enriched(one, facts, articleVectors, queryVectors))
                .toList());
        return seen;
    }

    private static Seen enriched(
            Seen one,
            Map<ArticleId, ArticleFacts> facts,
            Map<ArticleId, float[]> articleVectors,
            Map<String, float[]> queryVectors) {
        return one.article() == null
                ? one.with(null, queryVectors.get(one.query()))
                : one.with(facts.get(one.article()), articleVectors.get(one.article()));
    }

    // impressions are many and only counted
    private static boolean matters(Seen one) {
        return one.type() != EventType.IMPRESS;
    }

    private List<Observation> articles(FeatureView view, List<Moment> moments) throws SQLException {
        var needed = view.fromEvents()
                .flatMap(feature -> feature.counted().stream())
                .map(need -> new Counted(need.getKey(), need.getValue()))
                .collect(Collectors.toSet());
        var counts = table.counts(moments, needed);
        var facts = catalog.facts(ids(moments));
        var observations = new ArrayList<Observation>();
        for (int i = 0; i < moments.size(); i++) {
            var moment = moments.get(i);
            var about = facts.get(new ArticleId(moment.key()));
            observations.add(
                    new Observation.OfArticle(moment.at(), about == null ? null : about.title(), counts.get(i)));
        }
        return observations;
    }

    private static Set<ArticleId> ids(List<Moment> moments) {
        return moments.stream()
                .map(Moment::key)
                .filter(Objects::nonNull)
                .map(ArticleId::new)
                .collect(Collectors.toSet());
    }

    /** Everyone or everything that has values in the view, looking a little further back than any feature does. */
    List<String> active(FeatureView view, Instant now) {
        // values of what has just left every window are written once more, as what they are then: nothing
        return active(view, now.minus(view.lookBack()).minus(Duration.ofDays(2)), null);
    }

    /** Everyone or everything that had values in the view at a moment. */
    List<String> activeBefore(FeatureView view, Instant moment) {
        return active(view, moment.minus(view.lookBack()), moment);
    }

    private List<String> active(FeatureView view, Instant since, Instant before) {
        try {
            return view.entity() == Entity.READER
                    ? table.activeReaders(since, before)
                    : table.activeArticles(since, before);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading who was active", e);
        }
    }

    /** Moments of events that arrived long after they happened and of which the view's history does not know yet. */
    List<Moment> lackingHistory(FeatureView view, Instant arrivedSince) {
        try {
            return view.entity() == Entity.READER
                    ? table.lateMomentsOfReaders(view.name(), arrivedSince)
                    : table.lateMomentsOfArticles(view.name(), arrivedSince);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading late events", e);
        }
    }
}
