package org.articlerecommender.features;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What surrounds a feature in its file.
 *
 * @param dtype what the feature says its values are
 * @param before the features declared before it in the same view
 */
record Scope(Entity entity, Source.Kind source, Dtype dtype, List<Feature> before) {

    /** @throws IllegalArgumentException if one of the names is not a number declared before */
    Map<String, StoredFeature> operands(Collection<String> names) {
        return names.stream().collect(Collectors.toMap(Function.identity(), this::operand));
    }

    private StoredFeature operand(String name) {
        return before.stream()
                .filter(feature ->
                        feature.name().equals(name) && feature.dtype().number())
                .map(feature -> (StoredFeature) feature.definition())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is not a number declared before it in the same view".formatted(name)));
    }
}
