package org.articlerecommender.features;

import java.util.List;

/**
 * What surrounds a feature in its file.
 *
 * @param dtype what the feature says its values are
 * @param before the features declared before it in the same view
 */
record Scope(Entity entity, Source.Kind source, Dtype dtype, List<Feature> before) {

    /**
     * A formula over what stands before it.
     *
     * @throws IllegalArgumentException if a name in it is not a number declared before
     */
    FeatureDefinition expression(Formula formula) {
        return onDemand()
                ? new PairFeature.Expression(
                        formula, formula.names().stream().map(this::pairOperand).toList())
                : new WindowFeature.Expression(
                        formula,
                        formula.names().stream()
                                .map(name -> (StoredFeature) declared(name).definition())
                                .toList());
    }

    /** Refuses events that a pair never has. */
    void check(YamlPart part, FeatureDefinition definition) {
        if (!entity.pair() || !(definition instanceof StoredFeature stored)) {
            return;
        }
        for (var event : stored.needs().keySet()) {
            if (!event.aboutArticle()) {
                throw part.find("events")
                        .or(() -> part.find("event"))
                        .orElse(part)
                        .wrong("%s is about no article, so that no %s has any; choose another event"
                                .formatted(event.label(), entity.label()));
            }
        }
    }

    // the default of a stored feature may be in a file that is not read yet
    private PairFeature.Expression.Operand pairOperand(String name) {
        var stored = FeatureName.parse(name);
        if (stored.isPresent()) {
            return new PairFeature.Expression.Operand(new PairFeature.Stored(stored.get()), Double.NaN);
        }
        var feature = declared(name);
        return new PairFeature.Expression.Operand((PairFeature) feature.definition(), feature.defaultNumber());
    }

    private Feature declared(String name) {
        return before.stream()
                .filter(feature ->
                        feature.name().equals(name) && feature.dtype().number())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is not a number declared before it in the same view".formatted(name)));
    }

    /** Whether its features are computed when a reader and an article meet. */
    boolean onDemand() {
        return source == Source.Kind.ON_DEMAND;
    }
}
