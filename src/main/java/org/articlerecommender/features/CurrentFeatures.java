package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;

/** Current values of any feature with whether they count and how old they are, for people and programs to look at. */
@ApplicationScoped
public class CurrentFeatures {

    /** A reader, an article or both; a feature of what is null is missing. */
    public record Pair(ReaderId reader, ArticleId article) {}

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
     * The current values of features for pairs, in one read.
     *
     * @throws IllegalArgumentException if a name is not a defined feature
     */
    public Readings read(List<String> names, List<Pair> pairs) {
        var maker = makers.of(names);
        var keys = new LinkedHashMap<FeatureView, List<String>>();
        for (var view : maker.views()) {
            var ofView = pairs.stream()
                    .map(pair -> key(view, pair))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!ofView.isEmpty()) {
                keys.put(view, ofView);
            }
        }
        var found = current.of(keys);
        var at = clock.instant();
        var articles = maker.onDemand() ? sides(pairs) : Map.<ArticleId, ArticleSide>of();
        var rows = new ArrayList<List<FeatureReading>>(pairs.size());
        for (var pair : pairs) {
            rows.add(maker.at(
                    at,
                    view -> found.values().getOrDefault(view.name(), Map.of()).get(key(view, pair)),
                    () -> articles.get(pair.article())));
        }
        return new Readings(rows, found.degraded());
    }

    /** Everything stored of a reader or an article in a view; empty for a view that stores nothing. */
    public List<FeatureReading> describe(FeatureView view, Pair pair) {
        if (!view.stored()) {
            return List.of();
        }
        var names = view.features().stream()
                .map(feature -> view.name() + ":" + feature.name())
                .toList();
        return read(names, List.of(pair)).rows().get(0);
    }

    private Map<ArticleId, ArticleSide> sides(List<Pair> pairs) {
        var ids = pairs.stream()
                .map(Pair::article)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = sides.of(ids);
        var byId = new LinkedHashMap<ArticleId, ArticleSide>();
        for (int i = 0; i < ids.size(); i++) {
            byId.put(ids.get(i), known.get(i));
        }
        return byId;
    }

    private static String key(FeatureView view, Pair pair) {
        return switch (view.entity()) {
            case READER -> pair.reader() == null ? null : pair.reader().value();
            case ARTICLE -> pair.article() == null ? null : pair.article().value();
            case READER_ARTICLE -> null;
        };
    }
}
