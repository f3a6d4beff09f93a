package org.articlerecommender.features;

import java.util.List;

/**
 * Names of an article, its authors say, with their hashes beside one another: a name itself is far away in memory.
 *
 * @param hashes one per name
 */
record Names(List<String> names, int[] hashes) {

    static Names of(List<String> names) {
        return new Names(names, names.stream().mapToInt(String::hashCode).toArray());
    }
}
