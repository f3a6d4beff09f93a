package org.articlerecommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void putsTheHighestFirstAndLeavesEqualOnesAsTheyCome() {
        assertThat(Order.descending(new double[] {0.2, 0.9, 0.2, 0.5, 0.9})).containsExactly(1, 4, 3, 0, 2);
    }

    @Test
    void knowsScoresThatDifferInTheLastBit() {
        double less = 0.3;
        double more = Math.nextUp(less);
        assertThat(Order.descending(new double[] {less, more, less, more, 0.31}))
                .containsExactly(4, 1, 3, 0, 2);
    }

    @Test
    void ordersEveryDoubleAsJavaCompares() {
        var scores = new double[] {0.0, -0.0, -1.5, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 7, -1.5};
        assertThat(Order.descending(scores)).containsExactly(bySorting(scores));
    }

    @Test
    void ordersManyAsASortWould() {
        var random = new Random(3);
        for (int size : new int[] {0, 1, 2, 1023, 1024, 5000}) {
            // few values in narrow steps: many are equal, and many differ in the last bits only
            var scores = IntStream.range(0, size)
                    .mapToDouble(i -> 0.5 + Math.ulp(0.5) * random.nextInt(Math.max(1, size / 2)))
                    .toArray();
            assertThat(Order.descending(scores)).containsExactly(bySorting(scores));
        }
    }

    private static int[] bySorting(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .mapToInt(i -> i)
                .toArray();
    }
}
