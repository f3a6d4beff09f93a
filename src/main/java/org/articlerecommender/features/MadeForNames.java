package org.articlerecommender.features;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was made for a list of features, so that it need not be made for every request that names the same; until other
 * definitions are applied.
 */
final class MadeForNames<T> {

    private static final int MOST = 100;

    private record Key(String revision, List<String> names) {}

    private final FeatureDefinitions definitions;
    private final Function<List<String>, T> maker;
    private final Map<Key, T> made = new ConcurrentHashMap<>();

    MadeForNames(FeatureDefinitions definitions, Function<List<String>, T> maker) {
        this.definitions = definitions;
        this.maker = maker;
    }

    T of(List<String> names) {
        var revision = definitions.revision();
        var held = made.get(new Key(revision, names));
        if (held != null) {
            return held;
        }
        var one = maker.apply(names);
        made.keySet().removeIf(key -> !key.revision().equals(definitions.revision()));
        if (made.size() < MOST) {
            made.put(new Key(revision, List.copyOf(names)), one);
        }
        return one;
    }
}
