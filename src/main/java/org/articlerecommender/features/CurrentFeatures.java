package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.articlerecommender.catalog.ArticleId;

/** Current values of any feature with whether they count and how old they are, for people and programs to look at. */
@ApplicationScoped
public class CurrentFeatures {

    /**
     * What was read.
     *
     * @param rows one per pair and in each one per feature, in the order both were given
     * @param degraded why values may be older or poorer than they should be, or null
     */
    public record Readings(List<List<FeatureReading>> rows, String degraded) {}

    private final CurrentValues current;
    private final ArticleSides sides;
    private final Clock clock;
    private final MadeForNames<ReadingMaker> makers;

    CurrentFeatures(FeatureDefinitions definitions, CurrentValues current, ArticleSides sides, Clock clock) {
        this.current = current;
        this.sides = sides;
        this.clock = clock;
        this.makers = new MadeForNames<>(definitions, names -> new ReadingMaker(definitions, names));
    }

    /**
     * The current values of features, in one read.
     *
     * @throws IllegalArgumentException if a name is not a defined feature
     */
    public Readings read(List<String> names, List<EntityKeys> entities) {
        var maker = makers.of(names);
        var sides = maker.ofArticles() ? sides(entities) : new HashMap<ArticleId, ArticleSide>();
        var asked = entities.stream()
                .map(one -> sides.containsKey(one.article())
                        ? one.about(sides.get(one.article()).facts())
                        : one)
                .toList();
        var keys = new LinkedHashMap<FeatureView, List<String>>();
        for (var view : maker.views()) {
            var ofView = asked.stream()
                    .map(one -> one.of(view.entity()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!ofView.isEmpty()) {
                keys.put(view, ofView);
            }
        }
        var found = current.of(keys);
        var at = clock.instant();
        var rows = new ArrayList<List<FeatureReading>>(asked.size());
        for (var one : asked) {
            rows.add(maker.at(at, view -> found.of(view, one.of(view.entity())), () -> sides.get(one.article())));
        }
        return new Readings(rows, found.degraded());
    }

    /** Everything stored of an entity in a view; empty for a view that stores nothing. */
    public List<FeatureReading> describe(FeatureView view, EntityKeys entity) {
        if (!view.stored()) {
            return List.of();
        }
        var names = view.features().stream()
                .map(feature -> view.name() + ":" + feature.name())
                .toList();
        return read(names, List.of(entity)).rows().get(0);
    }

    private Map<ArticleId, ArticleSide> sides(List<EntityKeys> entities) {
        var ids = entities.stream()
                .map(EntityKeys::article)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = sides.of(ids);
        var byId = new HashMap<ArticleId, ArticleSide>();
        for (int i = 0; i < ids.size(); i++) {
            byId.put(ids.get(i), known.get(i));
        }
        return byId;
    }
}
