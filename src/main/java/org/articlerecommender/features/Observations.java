package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.features.ActivityTable.ReaderAction;
import org.articlerecommender.features.Observation.OfArticle.Counted;
import org.articlerecommender.platform.StoreUnavailable;

/** Gathers what a view's features are computed from, for many entities and moments in a few round trips. */
@Singleton
class Observations {

    private static final int AT_ONCE = 5_000;

    private final ObservationTable table;
    private final ActivityTable activity;
    private final Catalog catalog;
    private final ArticleSides sides;
    private final Vectors vectors;

    Observations(ObservationTable table, ActivityTable activity, Catalog catalog, ArticleSides sides, Vectors vectors) {
        this.table = table;
        this.activity = activity;
        this.catalog = catalog;
        this.sides = sides;
        this.vectors = vectors;
    }

    /** One observation per moment, in the order given. */
    List<Observation> of(FeatureView view, List<Moment> moments) {
        if (moments.isEmpty()) {
            return List.of();
        }
        try {
            return view.entity() == Entity.ARTICLE ? articles(view, moments) : readers(view, moments);
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
        int parts = view.keys().count();
        var readers =
                keys.stream().map(key -> PackedKey.parts(key, parts).get(0)).collect(Collectors.toSet());
        var seen = byKey(view.entity(), keys, table.seen(readers, since, last));
        return moments.stream()
                .<Observation>map(moment -> new Observation.OfReader(
                        moment.at(),
                        seen.getOrDefault(moment.key(), List.of()).stream()
                                .filter(one -> one.at().isBefore(moment.at()))
                                .toList()))
                .toList();
    }

    /** What readers did, with what it was about, by the keys of an entity that it counts for. */
    private Map<String, List<Seen>> byKey(Entity entity, Set<String> keys, Map<String, List<Seen>> ofReaders) {
        // impressions are many, and their articles are known to this process
        var facts = TouchedKeys.byFacts(entity)
                ? sides.facts(articles(ofReaders, one -> true))
                : catalog.facts(articles(ofReaders, Observations::matters));
        var byKey = new HashMap<String, List<Seen>>();
        ofReaders.forEach((reader, list) -> {
            for (var one : list) {
                var about = one.article() == null ? null : facts.get(one.article());
                for (var key : TouchedKeys.of(entity, reader, one.article(), about)) {
                    if (keys.contains(key)) {
                        byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
                    }
                }
            }
        });
        return enriched(byKey, facts);
    }

    private Map<String, List<Seen>> enriched(Map<String, List<Seen>> seen, Map<ArticleId, ArticleFacts> facts) {
        var articleVectors = vectors.articles(articles(seen, Observations::matters));
        var texts = seen.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.article() == null && one.query() != null)
                .map(Seen::query)
                .distinct()
                .toList();
        var queryVectors = new HashMap<String, float[]>();
        if (!texts.isEmpty()) {
            var made = vectors.texts(texts);
            for (int i = 0; i < texts.size(); i++) {
                queryVectors.put(texts.get(i), made.get(i));
            }
        }
        seen.replaceAll((key, list) -> list.stream()
                .map(one -> !matters(one) ? one : enriched(one, facts, articleVectors, queryVectors))
                .toList());
        return seen;
    }

    private static Set<ArticleId> articles(Map<String, List<Seen>> seen, Predicate<Seen> which) {
        return seen.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.article() != null && which.test(one))
                .map(Seen::article)
                .collect(Collectors.toSet());
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
            return switch (view.entity()) {
                case READER -> activity.activeReaders(since, before);
                case ARTICLE -> activity.activeArticles(since, before);
                default ->
                    keys(view, activity.activePairs(view.needs().keySet(), since, before)).stream()
                            .map(Moment::key)
                            .distinct()
                            .sorted()
                            .collect(Collectors.toCollection(ArrayList::new));
            };
        } catch (SQLException e) {
            throw new StoreUnavailable("reading who was active", e);
        }
    }

    private List<Moment> keys(FeatureView view, List<ReaderAction> actions) {
        var keys = new ArrayList<Moment>();
        for (int from = 0; from < actions.size(); from += AT_ONCE) {
            var part = actions.subList(from, Math.min(actions.size(), from + AT_ONCE));
            var facts = TouchedKeys.byFacts(view.entity())
                    ? catalog.facts(part.stream().map(ReaderAction::article).collect(Collectors.toSet()))
                    : Map.<ArticleId, ArticleFacts>of();
            for (var one : part) {
                TouchedKeys.of(view.entity(), one.reader(), one.article(), facts.get(one.article()))
                        .forEach(key -> keys.add(new Moment(key, one.at())));
            }
        }
        return keys;
    }

    /** Moments of events that arrived long after they happened and of which the view's history does not know yet. */
    List<Moment> lackingHistory(FeatureView view, Instant arrivedSince) {
        try {
            return switch (view.entity()) {
                case READER -> activity.lateMomentsOfReaders(view.name(), arrivedSince);
                case ARTICLE -> activity.lateMomentsOfArticles(view.name(), arrivedSince);
                default -> lacking(view, keys(view, activity.lateActions(arrivedSince)));
            };
        } catch (SQLException e) {
            throw new StoreUnavailable("reading late events", e);
        }
    }

    private List<Moment> lacking(FeatureView view, List<Moment> moments) throws SQLException {
        var ordered = moments.stream()
                .distinct()
                .sorted(Comparator.comparing(Moment::key).thenComparing(Moment::at))
                .toList();
        var lacking = new ArrayList<Moment>();
        for (int from = 0; from < ordered.size(); from += AT_ONCE) {
            lacking.addAll(activity.lacking(view, ordered.subList(from, Math.min(ordered.size(), from + AT_ONCE))));
        }
        return lacking;
    }
}
