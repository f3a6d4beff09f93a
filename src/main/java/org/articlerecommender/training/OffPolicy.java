package org.articlerecommender.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.articlerecommender.events.Exploration;
import org.articlerecommender.features.FeatureVectors;
import org.articlerecommender.ranking.Scorer;

/**
 * The share of exploring lines that readers would have answered, had a ranker drawn each from the {@link #BEST} best of
 * its pool instead of from all of it.
 *
 * @param lines how many exploring lines readers saw
 * @param logged the share that was answered as drawn
 * @param ips weighted by how much likelier the ranker was to show what was shown (Horvitz and Thompson)
 * @param snips the same, divided by the sum of the weights: less spread, a little bias
 * @param effective how many unweighted lines would tell as much
 */
record OffPolicy(
        String ranker, int lines, double logged, Figures.Interval ips, Figures.Interval snips, double effective) {

    /** Of a pool of fifty one line in ten then counts; of only the very best it would be one in fifty. */
    static final int BEST = 5;

    private static final int ROUNDS = 400;

    private record Weighted(double weight, double answered) {}

    static OffPolicy of(
            String ranker, List<Exploration.Answered> lines, Function<FeatureVectors, Scorer> scorer, long seed) {
        // a reader's day has the same exploring lines however often the page is loaded
        var days = new HashMap<ReaderDay, List<Weighted>>();
        for (var line : lines) {
            var day = ReaderDay.of(line.reader(), line.at());
            days.computeIfAbsent(day, any -> new ArrayList<>()).add(weighted(line, scorer));
        }
        var blocks = List.copyOf(days.values());
        var all = blocks.stream().flatMap(List::stream).toList();
        var ips = new double[ROUNDS];
        var snips = new double[ROUNDS];
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var drawn = blocks.stream()
                    .flatMap(any -> blocks.get(random.nextInt(blocks.size())).stream())
                    .toList();
            ips[round] = ips(drawn);
            snips[round] = snips(drawn);
        }
        double weights = all.stream().mapToDouble(Weighted::weight).sum();
        double squares =
                all.stream().mapToDouble(one -> one.weight() * one.weight()).sum();
        return new OffPolicy(
                ranker,
                all.size(),
                all.stream().mapToDouble(Weighted::answered).average().orElse(0),
                Figures.Interval.of(ips(all), ips, blocks.size()),
                Figures.Interval.of(snips(all), snips, blocks.size()),
                squares == 0 ? 0 : weights * weights / squares);
    }

    private static Weighted weighted(Exploration.Answered answered, Function<FeatureVectors, Scorer> scorer) {
        var line = answered.line();
        int size = line.pool().size();
        var values = new FeatureVectors(answered.names(), line.features(), null);
        var scores = scorer.apply(values).scores(line.features());
        boolean among = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .limit(BEST)
                .anyMatch(i -> i == line.chosen());
        boolean yes = answered.expanded() || answered.clicked() || answered.saved();
        return new Weighted(among ? size / (double) Math.min(BEST, size) : 0, yes ? 1 : 0);
    }

    private static double ips(List<Weighted> lines) {
        return lines.stream()
                .mapToDouble(one -> one.weight() * one.answered())
                .average()
                .orElse(0);
    }

    private static double snips(List<Weighted> lines) {
        double weights = lines.stream().mapToDouble(Weighted::weight).sum();
        return weights == 0 ? 0 : ips(lines) * lines.size() / weights;
    }
}
