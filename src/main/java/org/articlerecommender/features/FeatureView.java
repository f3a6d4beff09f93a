package org.articlerecommender.features;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.articlerecommender.events.EventType;

/**
 * Features of one entity that are computed, stored and expire together.
 *
 * @param ttl after which a stored value counts as expired; null when nothing is stored
 * @param online whether current values are kept in Redis
 * @param meaning what the stored columns hold, as a hash
 */
public record FeatureView(
        String name,
        Entity entity,
        Duration ttl,
        boolean online,
        Source source,
        About about,
        List<Feature> features,
        String meaning) {

    public FeatureView {
        features = List.copyOf(features);
    }

    static FeatureView of(
            String name,
            Entity entity,
            Duration ttl,
            boolean online,
            Source source,
            About about,
            List<Feature> features) {
        var columns =
                features.stream().map(one -> one.name() + "=" + one.meaning()).collect(Collectors.joining(";"));
        return new FeatureView(name, entity, ttl, online, source, about, features, DefinitionFile.hash(columns));
    }

    /** Whether values are stored, rather than computed when they are asked for. */
    public boolean stored() {
        return ttl != null;
    }

    /** Whether values are computed from what readers did. */
    public boolean computed() {
        return source.kind() == Source.Kind.EVENTS;
    }

    /** The place of a feature in the view, -1 when it has none of that name. */
    int indexOf(String feature) {
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).name().equals(feature)) {
                return i;
            }
        }
        return -1;
    }

    /** Stands for what values of the view mean; stored values of another schema do not count. */
    int schema(String embeddingModel) {
        return Objects.hash(name, meaning, model(embeddingModel));
    }

    /** The model that vectors in it are of; what others send and select is of none of ours. */
    String model(String serving) {
        return computed() ? serving : "";
    }

    /** The table of its history. */
    String table() {
        return "features.\"" + name + '"';
    }

    /** The columns in it that say whose values a row holds. */
    KeyColumns keys() {
        return KeyColumns.of(this);
    }

    /** The columns in it that hold values, as a query names them. */
    String columns() {
        return features.stream().map(Feature::column).collect(Collectors.joining(", "));
    }

    /** The labels of the events that any of its values depends on, in alphabetical order. */
    public List<String> events() {
        return needs().keySet().stream().map(EventType::label).sorted().toList();
    }

    /** The events that its values are computed from, each with how far back. */
    Map<EventType, Duration> needs() {
        var needs = new EnumMap<EventType, Duration>(EventType.class);
        fromEvents()
                .forEach(feature -> feature.needs()
                        .forEach((type, window) -> needs.merge(type, window, (a, b) -> a.compareTo(b) > 0 ? a : b)));
        if (entity != Entity.ARTICLE && !needs.isEmpty()) {
            var longest = Collections.max(needs.values());
            Observation.FORGETTING.forEach(type -> needs.put(type, longest));
        }
        return needs;
    }

    /** The definitions of its features that are computed from events. */
    Stream<StoredFeature> fromEvents() {
        return features.stream()
                .map(Feature::definition)
                .filter(StoredFeature.class::isInstance)
                .map(StoredFeature.class::cast);
    }

    /** The views that values are computed from when they are asked for. */
    public List<String> readsViews() {
        return features.stream()
                .map(Feature::definition)
                .filter(PairFeature.class::isInstance)
                .flatMap(one -> ((PairFeature) one).reads().keySet().stream())
                .map(FeatureName::view)
                .distinct()
                .toList();
    }

    // it is the key of maps in every request, and its parts are many
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The longest that anything in the view looks back. */
    Duration lookBack() {
        return needs().values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
