package org.articlerecommender.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortlistTest {

    private static final List<ArticleId> ALL = IntStream.range(0, 500)
            .mapToObj("9901.%05d"::formatted)
            .map(ArticleId::new)
            .toList();

    @Test
    void hasTheArticlesOfItsPlaces() {
        assertThat(list(4, 2)).containsExactly(ALL.get(4), ALL.get(2));
        assertThat(list(4, 2, 1).first(2)).containsExactly(ALL.get(4), ALL.get(2));
        assertThat(list(4, 2).first(9)).hasSize(2);
    }

    @Test
    void keepsTheBestInTheirOrder() {
        assertThat(list(9, 8, 7, 6).best(new float[] {-1, 3, Float.NEGATIVE_INFINITY, 5}, 2))
                .containsExactly(ALL.get(8), ALL.get(6));
        assertThat(list(9, 8).best(new float[] {1, 2}, 3)).hasSize(2);
    }

    @Test
    void keepsTheFirstOfThoseThatScoreAlike() {
        assertThat(list(9, 8, 7, 6).best(new float[] {1, 1, 2, 1}, 3))
                .containsExactly(ALL.get(9), ALL.get(8), ALL.get(7));
    }

    @Test
    void keepsWhatSortingWouldKeep() {
        var random = new Random(7);
        var places = IntStream.range(0, ALL.size()).toArray();
        for (int round = 0; round < 50; round++) {
            var scores = new float[places.length];
            for (int i = 0; i < scores.length; i++) {
                // some alike, some tiny, some without a value
                float score = random.nextInt(40) / 20f - 1 + (random.nextBoolean() ? random.nextFloat() * 1e-6f : 0);
                scores[i] = random.nextInt(50) == 0 ? Float.NEGATIVE_INFINITY : score;
            }
            int most = 1 + random.nextInt(places.length - 1);
            var expected = IntStream.range(0, places.length)
                    .boxed()
                    .sorted((a, b) -> scores[a] == scores[b] ? a - b : Float.compare(scores[b], scores[a]))
                    .limit(most)
                    .sorted()
                    .map(ALL::get)
                    .toList();

            assertThat(new Shortlist(ALL, places).best(scores, most)).isEqualTo(expected);
        }
    }

    @Test
    void whatIsKeptOfOneIsThereForOthersOfTheSameList() {
        var memory = new PlaceMemory<String>();
        memory.of(list(3, 5), 1).put(1, "five");

        assertThat(memory.of(list(5, 3), 1).get(0)).isEqualTo("five");
        assertThat(memory.of(list(5, 3), 1).get(1)).isNull();
    }

    @Test
    void nothingIsKeptWhenTheListOrTheStateIsAnother() {
        var memory = new PlaceMemory<String>();
        memory.of(list(3, 5), 1).put(1, "five");

        assertThat(memory.of(list(5), 2).get(0)).isNull();
        memory.of(list(3, 5), 1).put(1, "five");
        assertThat(memory.of(new Shortlist(List.copyOf(ALL.subList(0, 9)), new int[] {5}), 1)
                        .get(0))
                .isNull();
        assertThat(memory.of(Arrays.asList(ALL.get(5)), 1).get(0)).isNull();
    }

    private static Shortlist list(int... places) {
        return new Shortlist(ALL, places);
    }
}
