package org.articlerecommender.features;

/**
 * One feature, as its file declares it.
 *
 * @param name unique within its view
 * @param byDefault what stands in for a value that is missing or expired; null when nothing does
 * @param meaning everything a stored value depends on, as a text; values stored under another meaning do not count
 * @param hash changes with everything a served value depends on: the meaning, the default, the view's TTL; a model keeps
 *     it, to notice that a name means something else now
 */
public record Feature(
        String name,
        Dtype dtype,
        Object byDefault,
        About about,
        String meaning,
        String hash,
        Expectation expected,
        FeatureDefinition definition) {

    public String description() {
        return about.description();
    }

    /** The default as a number, for features that are one. */
    double defaultNumber() {
        return byDefault == null ? 0 : ((Number) byDefault).doubleValue();
    }

    /** The name as SQL takes it. */
    String column() {
        return '"' + name + '"';
    }

    Feature computedBy(FeatureDefinition another) {
        return new Feature(name, dtype, byDefault, about, meaning, hash, expected, another);
    }

    /** The same feature with what it is computed from being part of what it means. */
    Feature from(Feature source) {
        return new Feature(
                name,
                dtype,
                byDefault,
                about,
                meaning + " of " + source.meaning(),
                DefinitionFile.hash(hash + source.hash()),
                expected,
                definition);
    }
}
