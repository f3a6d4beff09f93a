package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        var maker = makers.of(names);
        var ofReader = read(reader, maker.views(Entity.READER));
        return new FeatureVectors(names, rows(maker, ofReader.values(), articles), ofReader.degraded());
    }

    @Override
    public FeatureVectors vectorsWithout(
            Set<ArticleId> forgotten, List<String> names, ReaderId reader, List<ArticleId> articles) {
        var maker = makers.of(names);
        var byComputed = maker.views(Entity.READER).stream().collect(Collectors.partitioningBy(FeatureView::computed));
        var given = read(reader, byComputed.get(false));
        var values = new HashMap<>(given.values());
        values.putAll(forgetting.of(reader, byComputed.get(true), forgotten, clock.instant()));
        return new FeatureVectors(names, rows(maker, values, articles), given.degraded());
    }

    private double[][] rows(RowMaker maker, Map<String, EntityValues> ofReader, List<ArticleId> articles) {
        var filler = maker.at(clock.instant(), ofReader, view -> {
            var values = articleValues.of(view, articles);
            return article -> values[article];
        });
        var known = sides.of(articles);
        var rows = new double[articles.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = filler.row(i, known.get(i));
        }
        return rows;
    }

    @Override
    public Optional<ReaderFeatures> reader(ReaderId reader) {
        var view = definitions.view("user_daily_stats").orElseThrow();
        var values = read(reader, List.of(view)).values().get(view.name());
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

    private record OfReader(Map<String, EntityValues> values, String degraded) {}

    private OfReader read(ReaderId reader, List<FeatureView> views) {
        var values = new HashMap<String, EntityValues>();
        String degraded = null;
        if (reader != null && !views.isEmpty()) {
            var now = clock.instant();
            var keys = views.stream().collect(Collectors.toMap(view -> view, view -> List.of(reader.value())));
            var found = current.of(keys);
            degraded = found.degraded();
            for (var view : views) {
                var one = found.of(view).get(reader.value());
                if (one != null && CurrentValues.fresh(view, one, now)) {
                    values.put(view.name(), one);
                } else if (one != null && view.computed()) {
                    push.later(reader);
                }
            }
        }
        return new OfReader(values, degraded);
    }
}
