package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;

/**
 * Values of readers from Redis, one read per request as long as no feature of a pair is stored; values of articles from
 * memory.
 */
@ApplicationScoped
class RedisFeatureStore implements FeatureStore {

    private static final String INTERESTS = "user_daily_stats";

    private final FeatureDefinitions definitions;
    private final CurrentValues current;
    private final ArticleValues articleValues;
    private final ArticleSides sides;
    private final Push push;
    private final Forgetting forgetting;
    private final Clock clock;
    private final MadeForNames<RowMaker> makers;

    RedisFeatureStore(
            FeatureDefinitions definitions,
            CurrentValues current,
            ArticleValues articleValues,
            ArticleSides sides,
            Push push,
            Forgetting forgetting,
            Clock clock) {
        this.definitions = definitions;
        this.current = current;
        this.articleValues = articleValues;
        this.sides = sides;
        this.push = push;
        this.forgetting = forgetting;
        this.clock = clock;
        this.makers = new MadeForNames<>(definitions, names -> new RowMaker(definitions, names));
    }

    @Override
    public ReaderValues read(List<String> names, ReaderId reader) {
        return readWithout(Set.of(), names, reader);
    }

    @Override
    public ReaderValues readWithout(Set<ArticleId> forgotten, List<String> names, ReaderId reader) {
        var interests = definitions.view(INTERESTS).orElseThrow();
        var views = new LinkedHashSet<>(List.of(interests));
        makers.of(names).views().stream()
                .filter(view -> view.entity() == Entity.READER)
                .forEach(views::add);
        if (reader == null) {
            return new ReaderValues(names, null, Map.of(), null, null);
        }
        var without = views.stream()
                .filter(view -> !forgotten.isEmpty() && view.computed())
                .toList();
        var keys = new LinkedHashMap<FeatureView, List<String>>();
        views.stream().filter(view -> !without.contains(view)).forEach(view -> keys.put(view, List.of(reader.value())));
        var held = read(keys);
        var values = new HashMap<String, EntityValues>();
        for (var view : keys.keySet()) {
            var one = held.of(view, reader.value());
            if (one != null) {
                values.put(view.name(), one);
            }
        }
        if (!without.isEmpty()) {
            values.putAll(forgetting.of(reader, without, forgotten, clock.instant()));
        }
        return new ReaderValues(names, reader, values, interests(interests, values.get(INTERESTS)), held.degraded());
    }

    private static ReaderFeatures interests(FeatureView view, EntityValues held) {
        if (held == null) {
            return null;
        }
        var values = held.values();
        var positives = values[view.indexOf("positives")];
        return new ReaderFeatures(
                (float[]) values[view.indexOf("query_embedding")],
                (float[]) values[view.indexOf("title_embedding")],
                positives == null ? 0 : (Long) positives);
    }

    @Override
    public FeatureVectors vectors(ReaderValues reader, List<ArticleId> articles, int spare) {
        var maker = makers.of(reader.names());
        var known = sides.of(articles);
        var ofPairs = maker.views().stream()
                .filter(view -> view.entity() != Entity.READER && view.entity() != Entity.ARTICLE)
                .toList();
        var pairs = ofPairs.isEmpty() ? List.<EntityKeys>of() : pairs(reader.reader(), articles, known);
        var held = read(keys(reader.reader() == null ? List.of() : ofPairs, pairs));
        var filler = maker.at(clock.instant(), reader.byView(), view -> ofArticle(view, articles, pairs, held));
        var rows = new double[articles.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = filler.row(i, known.get(i), spare);
        }
        return new FeatureVectors(
                reader.names(), rows, reader.degraded() == null ? held.degraded() : reader.degraded());
    }

    private static List<EntityKeys> pairs(ReaderId reader, List<ArticleId> articles, List<ArticleSide> known) {
        var pairs = new ArrayList<EntityKeys>(articles.size());
        for (int i = 0; i < articles.size(); i++) {
            pairs.add(EntityKeys.of(reader, articles.get(i)).about(known.get(i).facts()));
        }
        return pairs;
    }

    private static Map<FeatureView, List<String>> keys(List<FeatureView> views, List<EntityKeys> pairs) {
        var keys = new LinkedHashMap<FeatureView, List<String>>();
        for (var view : views) {
            keys.put(
                    view,
                    pairs.stream()
                            .map(pair -> pair.of(view.entity()))
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
        }
        return keys;
    }

    private IntFunction<EntityValues> ofArticle(
            FeatureView view, List<ArticleId> articles, List<EntityKeys> pairs, CurrentValues.Found held) {
        if (view.entity() != Entity.ARTICLE) {
            return article -> held.of(view, pairs.get(article).of(view.entity()));
        }
        var values = articleValues.of(view, articles);
        return article -> values[article];
    }

    /** What is kept in Redis under the keys and still counts. */
    private CurrentValues.Found read(Map<FeatureView, List<String>> keys) {
        if (keys.isEmpty()) {
            return new CurrentValues.Found(Map.of(), null);
        }
        var found = current.of(keys);
        var now = clock.instant();
        var fresh = new HashMap<String, Map<String, EntityValues>>();
        for (var view : keys.keySet()) {
            var ofView = fresh.computeIfAbsent(view.name(), name -> new HashMap<>());
            found.of(view).forEach((key, one) -> {
                if (CurrentValues.fresh(view, one, now)) {
                    ofView.put(key, one);
                } else if (view.computed()) {
                    push.later(view.entity(), key);
                }
            });
        }
        return new CurrentValues.Found(fresh, found.degraded());
    }
}
