package org.articlerecommender.training;

import java.util.List;
import java.util.Random;
import org.articlerecommender.events.Shown;

/**
 * The share of shown lines that readers answered, before and after a model was promoted.
 *
 * @param changeLow of the bootstrap interval of 95 %, over readers' days, of after minus before
 */
public record LiveRate(
        String model,
        int linesBefore,
        int linesAfter,
        double before,
        double after,
        double changeLow,
        double changeHigh) {

    private static final int ROUNDS = 400;

    static LiveRate of(String model, List<Shown> before, List<Shown> after, long seed) {
        var random = new Random(seed);
        var changes = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            changes[round] = rate(drawn(after, random)) - rate(drawn(before, random));
        }
        double earlier = rate(before);
        double later = rate(after);
        var interval = Figures.Interval.of(later - earlier, changes, Math.min(before.size(), after.size()));
        return new LiveRate(model, lines(before), lines(after), earlier, later, interval.low(), interval.high());
    }

    /** Whether it fell for certain, as far as so many lines on both sides can tell. */
    boolean fell(int leastLines) {
        return linesBefore >= leastLines && linesAfter >= leastLines && changeHigh < 0;
    }

    private static List<Shown> drawn(List<Shown> days, Random random) {
        return days.stream().map(any -> days.get(random.nextInt(days.size()))).toList();
    }

    private static double rate(List<Shown> days) {
        int lines = lines(days);
        return lines == 0 ? 0 : days.stream().mapToInt(Shown::answered).sum() / (double) lines;
    }

    private static int lines(List<Shown> days) {
        return days.stream().mapToInt(Shown::lines).sum();
    }
}
