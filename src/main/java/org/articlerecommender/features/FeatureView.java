package org.articlerecommender.features;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Features of one entity that are computed, stored and expire together.
 *
 * @param ttl after which a stored value counts as expired; null when nothing is stored
 * @param online whether current values are kept in Redis
 * @param source where values come from
 */
public record FeatureView(
        String name, Entity entity, Duration ttl, boolean online, String source, List<Feature> features) {

    public FeatureView {
        features = List.copyOf(features);
    }

    /** Whether values are computed from events and stored, rather than on demand. */
    public boolean stored() {
        return ttl != null;
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
        return Objects.hash(name, features.stream().map(Feature::name).toList(), hashes(), embeddingModel);
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

    private List<String> hashes() {
        return features.stream().map(Feature::hash).toList();
    }
}
