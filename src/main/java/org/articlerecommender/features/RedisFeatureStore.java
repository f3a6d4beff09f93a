package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;

/** Values of readers from Redis, one read per request; values of articles from memory. */
@ApplicationScoped
class RedisFeatureStore implements FeatureStore {

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
    public FeatureVectors vectors(List<String> names, ReaderId reader, List<ArticleId> articles) {
        return vectorsWithout(Set.of(), names, reader, articles);
    }

    @Override
    public FeatureVectors vectorsWithout(
            Set<ArticleId> forgotten, List<String> names, ReaderId reader, List<ArticleId> articles) {
        var maker = makers.of(names);
        var known = sides.of(articles);
        var pairs = pairs(reader, articles, known);
        var without = maker.views().stream()
                .filter(view ->
                        reader != null && !forgotten.isEmpty() && view.entity() == Entity.READER && view.computed())
                .toList();
        var kept = maker.views().stream()
                .filter(view -> view.entity() != Entity.ARTICLE && !without.contains(view))
                .toList();
        var held = read(reader, kept, pairs);
        var ofReader = new HashMap<String, EntityValues>();
        for (var view : kept) {
            if (reader != null && view.entity() == Entity.READER) {
                ofReader.put(view.name(), held.of(view, reader.value()));
            }
        }
        if (!without.isEmpty()) {
            ofReader.putAll(forgetting.of(reader, without, forgotten, clock.instant()));
        }
        var filler = maker.at(clock.instant(), ofReader, view -> ofArticle(view, articles, pairs, held));
        var rows = new double[articles.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = filler.row(i, known.get(i));
        }
        return new FeatureVectors(names, rows, held.degraded());
    }

    private static List<EntityKeys> pairs(ReaderId reader, List<ArticleId> articles, List<ArticleSide> known) {
        var pairs = new ArrayList<EntityKeys>(articles.size());
        for (int i = 0; i < articles.size(); i++) {
            pairs.add(EntityKeys.of(reader, articles.get(i)).about(known.get(i).facts()));
        }
        return pairs;
    }

    private IntFunction<EntityValues> ofArticle(
            FeatureView view, List<ArticleId> articles, List<EntityKeys> pairs, CurrentValues.Found held) {
        if (view.entity() != Entity.ARTICLE) {
            return article -> held.of(view, pairs.get(article).of(view.entity()));
        }
        var values = articleValues.of(view, articles);
        return article -> values[article];
    }

    @Override
    public Optional<ReaderFeatures> reader(ReaderId reader) {
        var view = definitions.view("user_daily_stats").orElseThrow();
        var values = reader == null
                ? null
                : read(reader, List.of(view), List.of()).of(view).get(reader.value());
        if (values == null) {
            return Optional.empty();
        }
        var held = values.values();
        var positives = held[view.indexOf("positives")];
        return Optional.of(new ReaderFeatures(
                (float[]) held[view.indexOf("query_embedding")],
                (float[]) held[view.indexOf("title_embedding")],
                positives == null ? 0 : (Long) positives));
    }

    /** What is kept in Redis of the views and still counts. */
    private CurrentValues.Found read(ReaderId reader, List<FeatureView> views, Collection<EntityKeys> pairs) {
        if (reader == null || views.isEmpty()) {
            return new CurrentValues.Found(Map.of(), null);
        }
        var keys = new LinkedHashMap<FeatureView, List<String>>();
        for (var view : views) {
            keys.put(
                    view,
                    view.entity() == Entity.READER
                            ? List.of(reader.value())
                            : pairs.stream()
                                    .map(pair -> pair.of(view.entity()))
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toList());
        }
        var found = current.of(keys);
        var now = clock.instant();
        var fresh = new HashMap<String, Map<String, EntityValues>>();
        for (var view : views) {
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
