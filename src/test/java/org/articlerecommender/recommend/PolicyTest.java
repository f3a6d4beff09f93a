package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.articlerecommender.recommend.Policy.Placed;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final int RANKED = 100;
    private static final List<float[]> NO_VECTORS = Collections.nCopies(RANKED, null);

    private static final int[] ONE_INTEREST = {};

    @Test
    void keepsTheRankingWhenNothingIsAlike() {
        var list = new Policy(0.3, 0, 1).place(RANKED, NO_VECTORS, ONE_INTEREST, 10, new Random(1));

        assertThat(list).extracting(Placed::from).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(list).extracting(Placed::propensity).containsOnly(1.0);
    }

    @Test
    void movesACopyOfAnEarlierLineDown() {
        var vectors = new ArrayList<>(
                IntStream.range(0, RANKED).mapToObj(PolicyTest::unit).toList());
        vectors.set(1, unit(0));

        var list = new Policy(0.3, 0, 1).place(RANKED, vectors, ONE_INTEREST, 10, new Random(1));

        assertThat(list.get(0).from()).isZero();
        assertThat(list.get(1).from()).isEqualTo(2);
    }

    @Test
    void labelsWhatItExploresAndSaysHowLikelyThatWas() {
        var list = new Policy(0, 1, 1).place(RANKED, NO_VECTORS, ONE_INTEREST, 20, new Random(7));

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
    void anExploringLineRemembersWhatItWasDrawnFrom() {
        var list = new Policy(0, 1, 1).place(RANKED, NO_VECTORS, ONE_INTEREST, 20, new Random(7));

        assertThat(list).filteredOn(Placed::exploring).hasSize(2).allSatisfy(one -> {
            assertThat(one.pool()).contains(one.from()).doesNotHaveDuplicates();
            assertThat(one.propensity()).isEqualTo(1.0 / one.pool().size());
        });
    }

    @Test
    void everyArticleOfThePoolIsDrawnAsOftenAsItsPropensitySays() {
        var policy = new Policy(0, 1, 1);
        var drawn = new HashMap<Integer, Integer>();
        for (int seed = 0; seed < 20_000; seed++) {
            policy.place(RANKED, NO_VECTORS, ONE_INTEREST, 10, new Random(seed)).stream()
                    .filter(Placed::exploring)
                    .forEach(one -> drawn.merge(one.from(), 1, Integer::sum));
        }

        assertThat(drawn).hasSize(50);
        // expected 400 each, six standard deviations to either side
        assertThat(drawn.values()).allSatisfy(times -> assertThat(times).isBetween(280, 520));
    }

    @Test
    void noInterestTakesMoreThanItsShareWhileOthersHaveSomething() {
        var interests = IntStream.range(0, 40).map(i -> i < 20 ? 0 : 1).toArray();

        var list = new Policy(0.2, 0, 0.6).place(RANKED, NO_VECTORS, interests, 10, new Random(1));

        assertThat(list).extracting(Placed::from).filteredOn(from -> from < 20).hasSize(6);
        assertThat(list).extracting(Placed::from).contains(0, 1, 2, 3, 4, 5, 20);
    }

    @Test
    void anInterestFillsTheListWhenNoOtherHasAnythingLeft() {
        var interests = IntStream.range(0, 40).map(i -> i == 39 ? 1 : 0).toArray();

        var list = new Policy(0.2, 0, 0.6).place(RANKED, NO_VECTORS, interests, 10, new Random(1));

        assertThat(list)
                .extracting(Placed::from)
                .contains(39)
                .filteredOn(from -> from < 39)
                .hasSize(9);
    }

    @Test
    void showsNoArticleTwice() {
        var list = new Policy(0.2, 3, 1).place(RANKED, NO_VECTORS, ONE_INTEREST, 30, new Random(3));

        assertThat(list).extracting(Placed::from).doesNotHaveDuplicates().hasSize(30);
    }

    @Test
    void exploresNothingWhenEveryArticleHasRoom() {
        var list = new Policy(0.2, 1, 1).place(10, NO_VECTORS, ONE_INTEREST, 10, new Random(3));

        assertThat(list).extracting(Placed::exploring).containsOnly(false);
        assertThat(list).hasSize(10);
    }

    @Test
    void givesEqualListsForEqualDice() {
        var policy = new Policy(0.2, 1, 1);

        assertThat(policy.place(RANKED, NO_VECTORS, ONE_INTEREST, 10, new Random(5)))
                .isEqualTo(policy.place(RANKED, NO_VECTORS, ONE_INTEREST, 10, new Random(5)));
    }

    private static float[] unit(int axis) {
        var vector = new float[RANKED];
        vector[axis] = 1;
        return vector;
    }
}
