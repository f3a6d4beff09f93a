package org.articlerecommender.features;

import java.util.List;

/**
 * Names of an article, its authors say, as numbers beside one another: a name itself is far away in memory.
 *
 * @param keys one per name, see {@link #key}
 */
record Names(long[] keys) {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    static Names of(List<String> names) {
        return new Names(names.stream().mapToLong(Names::key).toArray());
    }

    /**
     * A number that stands for the name: of a billion different names two would share one in one case of thirty, so two of
     * one reader and one article never do in practice.
     */
    static long key(String name) {
        long key = name.length();
        for (int i = 0; i < name.length(); i++) {
            key = (key ^ name.charAt(i)) * FACTOR;
            key ^= key >>> 32;
        }
        return key;
    }
}
