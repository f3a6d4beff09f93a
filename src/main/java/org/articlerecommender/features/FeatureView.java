package org.articlerecommender.features;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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

    /** The column in it that says whose values a row holds. */
    String key() {
        return entity.joinKeys().get(0);
    }

    /** The columns in it that hold values, as a query names them. */
    String columns() {
        return features.stream().map(Feature::column).collect(Collectors.joining(", "));
    }

    /** The labels of the events that any of its values depends on, in alphabetical order. */
    public List<String> events() {
        return features.stream()
                .map(Feature::definition)
                .filter(StoredFeature.class::isInstance)
                .map(StoredFeature.class::cast)
                .flatMap(feature -> feature.needs().keySet().stream())
                .map(EventType::label)
                .distinct()
                .sorted()
                .toList();
    }

    /** The views that values are computed from when they are asked for. */
    public List<String> readsViews() {
        return features.stream()
                .map(Feature::definition)
                .filter(PairFeature.class::isInstance)
                .map(one -> ((PairFeature) one).of())
                .filter(Objects::nonNull)
                .map(FeatureName::view)
                .distinct()
                .toList();
    }

    /** The longest that anything in the view looks back. */
    Duration lookBack() {
        return features.stream()
                .map(Feature::definition)
                .filter(StoredFeature.class::isInstance)
                .map(StoredFeature.class::cast)
                .flatMap(feature -> feature.needs().values().stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
