package org.articlerecommender.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.platform.Progress;

/** Computes values from events and keeps them. The same computation serves one reader's action and the nightly run. */
@ApplicationScoped
class Materialisation {

    private static final int AT_ONCE = 200;

    private final FeatureDefinitions definitions;
    private final Observations observations;
    private final ValueWriter writer;
    private final Clock clock;

    Materialisation(FeatureDefinitions definitions, Observations observations, ValueWriter writer, Clock clock) {
        this.definitions = definitions;
        this.observations = observations;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Computes the current values of these readers and articles and keeps them, all or none.
     *
     * @param notBefore the values are of now or, if that is later, of this moment; clients' clocks run ahead
     */
    void refresh(Map<Entity, ? extends Collection<String>> keys, Instant notBefore) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var at = notBefore.isAfter(now) ? notBefore : now;
        var rows = new LinkedHashMap<FeatureView, Map<Moment, EntityValues>>();
        keys.forEach((entity, ofEntity) -> {
            var moments = ofEntity.stream().map(key -> new Moment(key, at)).toList();
            views(entity).forEach(view -> rows.put(view, compute(view, moments)));
        });
        writer.remember(rows);
        rows.forEach(writer::publish);
    }

    private void refresh(FeatureView view, Collection<String> keys) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var values =
                compute(view, keys.stream().map(key -> new Moment(key, now)).toList());
        writer.remember(view, values);
        writer.publish(view, values);
    }

    /**
     * Computes the current values of everyone and everything that was active.
     *
     * @return how many readers and articles that were
     */
    long refreshAll(Entity entity, Progress progress) {
        long done = 0;
        for (var view : views(entity)) {
            var active = observations.active(view, clock.instant());
            for (int from = 0; from < active.size(); from += AT_ONCE) {
                var part = active.subList(from, Math.min(active.size(), from + AT_ONCE));
                progress.at(from, active.size(), "Computing " + view.name());
                refresh(view, part);
            }
            done += active.size();
        }
        return done;
    }

    /**
     * Writes the history that events lack which arrived long after they happened, such as an imported log.
     *
     * @param arrivedSince by the store's clock
     * @return how many rows that were
     */
    long fillHistory(Instant arrivedSince, Progress progress) {
        long done = 0;
        for (var view :
                definitions.views().stream().filter(FeatureView::computed).toList()) {
            var moments = observations.lackingHistory(view, arrivedSince);
            for (int from = 0; from < moments.size(); from += AT_ONCE) {
                progress.at(from, moments.size(), "Filling the history of " + view.name());
                writer.remember(view, compute(view, moments.subList(from, Math.min(moments.size(), from + AT_ONCE))));
            }
            done += moments.size();
        }
        return done;
    }

    /**
     * Computes a view's values of everyone and everything as of a past moment, and makes them current where they are the
     * newest. Those that were written since somebody asked are passed over.
     *
     * @return how many rows that were
     */
    long at(FeatureView view, Instant moment, Instant asked, Instant now) {
        var keys = observations.activeBefore(view, moment);
        keys.removeAll(writer.written(view, moment, asked));
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            var rows = compute(
                    view,
                    keys.subList(from, Math.min(keys.size(), from + AT_ONCE)).stream()
                            .map(key -> new Moment(key, moment))
                            .toList());
            writer.remember(view, rows);
            if (moment.isAfter(now.minus(view.ttl()))) {
                writer.publish(view, rows);
            }
        }
        return keys.size();
    }

    private Map<Moment, EntityValues> compute(FeatureView view, List<Moment> moments) {
        var rows = new LinkedHashMap<Moment, EntityValues>();
        var seen = observations.of(view, moments);
        for (int i = 0; i < moments.size(); i++) {
            rows.put(moments.get(i), new EntityValues(moments.get(i).at(), values(view, seen.get(i))));
        }
        return rows;
    }

    /** The values of a view's features for one observation, in their order. */
    static Object[] values(FeatureView view, Observation seen) {
        return view.features().stream()
                .map(feature -> ((StoredFeature) feature.definition()).valueOf(seen))
                .toArray();
    }

    private List<FeatureView> views(Entity entity) {
        return definitions.views().stream()
                .filter(view -> view.entity() == entity && view.computed())
                .toList();
    }
}
