package org.articlerecommender.features;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
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

    // an event loop makes and writes so many in 1 to 2 ms, which is how long its other requests may have to wait
    private static final int MOST_AT_ONCE = 5_000;

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
        var asked = maker.ofArticles() ? withSides(entities) : withoutSides(entities);
        return readings(maker, asked, current.of(keys(maker, asked)));
    }

    /**
     * The same for an event loop, which does not wait. A read that needs only Redis comes back on it; one that needs
     * articles or history, or whose values take long to make, comes back on another thread.
     *
     * @throws IllegalArgumentException if a name is not a defined feature
     */
    Uni<Readings> reading(List<String> names, List<EntityKeys> entities) {
        var maker = makers.of(names);
        if (!Context.isOnEventLoopThread()
                || !current.ready()
                || maker.ofArticles()
                || (long) maker.weight() * entities.size() > MOST_AT_ONCE
                || !maker.views().stream().allMatch(FeatureView::online)) {
            return CurrentValues.elsewhere(() -> read(names, entities));
        }
        var asked = withoutSides(entities);
        return current.reading(keys(maker, asked)).map(found -> readings(maker, asked, found));
    }

    /** One entity that is asked for. */
    private record Asked(EntityKeys keys, ArticleSide side) {}

    private static List<Asked> withoutSides(List<EntityKeys> entities) {
        return entities.stream().map(one -> new Asked(one, null)).toList();
    }

    private List<Asked> withSides(List<EntityKeys> entities) {
        var sides = sides(entities);
        return entities.stream()
                .map(one -> {
                    var side = one.article() == null ? null : sides.get(one.article());
                    return new Asked(side == null ? one : one.about(side.facts()), side);
                })
                .toList();
    }

    private static Map<FeatureView, List<String>> keys(ReadingMaker maker, List<Asked> asked) {
        var keys = new LinkedHashMap<FeatureView, List<String>>();
        for (var view : maker.views()) {
            var ofView = asked.stream()
                    .map(one -> one.keys().of(view.entity()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!ofView.isEmpty()) {
                keys.put(view, ofView);
            }
        }
        return keys;
    }

    private Readings readings(ReadingMaker maker, List<Asked> asked, CurrentValues.Found found) {
        var at = clock.instant();
        var rows = new ArrayList<List<FeatureReading>>(asked.size());
        for (var one : asked) {
            rows.add(maker.at(at, view -> found.of(view, one.keys().of(view.entity())), one::side));
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
