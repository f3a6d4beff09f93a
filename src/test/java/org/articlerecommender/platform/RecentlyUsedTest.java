package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {

    @Test
    void forgetsWhatWasAskedForTheLongestAgo() {
        var map = new RecentlyUsed<String, Integer>(2);
        map.put("first", 1);
        map.put("second", 2);
        assertThat(map.get("first")).isEqualTo(1);

        map.put("third", 3);

        assertThat(map).containsOnlyKeys("first", "third");
    }
}
