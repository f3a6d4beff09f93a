package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;

/**
 * The values that a reader's views would have if the reader asked to forget some articles: computed from the reader's
 * events as all values are, and kept nowhere.
 */
@Singleton
class Forgetting {

    private final Observations observations;

    Forgetting(Observations observations) {
        this.observations = observations;
    }

    /** By the names of the views, all of which are computed from events. */
    Map<String, EntityValues> of(ReaderId reader, List<FeatureView> views, Set<ArticleId> articles, Instant at) {
        var values = new HashMap<String, EntityValues>();
        for (var view : views) {
            var seen = observations.of(view, List.of(new Moment(reader.value(), at))).get(0).seen().stream()
                    .filter(one -> one.article() == null || !articles.contains(one.article()))
                    .toList();
            values.put(
                    view.name(),
                    new EntityValues(at, Materialisation.values(view, new Observation.OfReader(at, seen))));
        }
        return values;
    }
}
