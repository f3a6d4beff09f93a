package org.articlerecommender.features;

import java.util.Optional;

/** A feature by its full name, {@code view:feature}. */
record FeatureName(String view, String feature) {

    static Optional<FeatureName> parse(String given) {
        int colon = given == null ? -1 : given.indexOf(':');
        return colon <= 0 || colon == given.length() - 1
                ? Optional.empty()
                : Optional.of(new FeatureName(given.substring(0, colon), given.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return view + ":" + feature;
    }
}
