package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.recommend.Policy.Placed;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final List<ArticleId> RANKED = IntStream.range(0, 100)
            .mapToObj(i -> new ArticleId("2401.%05d".formatted(i)))
            .toList();

    @Test
    void keepsTheRankingWhenNothingIsAlike() {
        var list = new Policy(0.3, 0).place(RANKED, Map.of(), 10, new Random(1));

        assertThat(list).extracting(Placed::from).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(list).extracting(Placed::propensity).containsOnly(1.0);
    }

    @Test
    void movesACopyOfAnEarlierLineDown() {
        var vectors = new HashMap<ArticleId, float[]>();
        RANKED.forEach(id -> vectors.put(id, unit(RANKED.indexOf(id))));
        vectors.put(RANKED.get(1), unit(0));

        var list = new Policy(0.3, 0).place(RANKED, vectors, 10, new Random(1));

        assertThat(list.get(0).from()).isZero();
        assertThat(list.get(1).from()).isEqualTo(2);
    }

    @Test
    void labelsWhatItExploresAndSaysHowLikelyThatWas() {
        var list = new Policy(0, 1).place(RANKED, Map.of(), 20, new Random(7));

        var exploring = list.stream().filter(Placed::exploring).toList();
        assertThat(list).hasSize(20);
        assertThat(exploring).hasSize(2);
        assertThat(exploring).allSatisfy(one -> {
            assertThat(one.from()).isBetween(18, 68);
            assertThat(one.propensity()).isBetween(1.0 / 50, 1.0 / 49);
        });
        assertThat(list.get(0).exploring()).isFalse();
    }

    @Test
    void showsNoArticleTwice() {
        var list = new Policy(0.2, 3).place(RANKED, Map.of(), 30, new Random(3));

        assertThat(list).extracting(Placed::from).doesNotHaveDuplicates().hasSize(30);
    }

    @Test
    void exploresNothingWhenEveryArticleHasRoom() {
        var list = new Policy(0.2, 1).place(RANKED.subList(0, 10), Map.of(), 10, new Random(3));

        assertThat(list).extracting(Placed::exploring).containsOnly(false);
        assertThat(list).hasSize(10);
    }

    @Test
    void givesEqualListsForEqualDice() {
        var policy = new Policy(0.2, 1);

        assertThat(policy.place(RANKED, Map.of(), 10, new Random(5)))
                .isEqualTo(policy.place(RANKED, Map.of(), 10, new Random(5)));
    }

    private static float[] unit(int axis) {
        var vector = new float[RANKED.size()];
        vector[axis] = 1;
        return vector;
    }
}
