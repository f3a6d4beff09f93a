package org.articlerecommender.training;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Draws for a bootstrap: how often each list counts in each round. Whole days are drawn, for the lists of a day are alike;
 * where there are few days, readers' days, for a page that is loaded again shows much of the same; where there are few of
 * those too, lists.
 *
 * @param unit what was drawn, {@code days}, {@code readers' days} or {@code lists}
 * @param units how many of them tell one order from another
 */
record Draws(String unit, long units, List<int[]> rounds) {

    private static final int ROUNDS = 1000;
    private static final int FEWEST = 7;

    /** Lists, by their places, that are drawn together. */
    private record Blocks(String unit, List<List<Integer>> lists) {

        static <B> Blocks by(String unit, List<List<TrainingRow>> lists, Function<TrainingRow, B> block) {
            var blocks = new LinkedHashMap<B, List<Integer>>();
            for (int i = 0; i < lists.size(); i++) {
                blocks.computeIfAbsent(block.apply(lists.get(i).get(0)), any -> new ArrayList<>())
                        .add(i);
            }
            return new Blocks(unit, List.copyOf(blocks.values()));
        }

        long telling(List<List<TrainingRow>> all) {
            return lists.stream()
                    .filter(block -> block.stream().map(all::get).anyMatch(TrainingSet::tells))
                    .count();
        }
    }

    static Draws of(TrainingSet set, long seed) {
        var lists = set.lists();
        var blocks = Blocks.by("days", lists, row -> LocalDate.ofInstant(row.at(), ZoneOffset.UTC));
        if (blocks.telling(lists) < FEWEST) {
            blocks = Blocks.by("readers' days", lists, row -> ReaderDay.of(row.reader(), row.at()));
        }
        if (blocks.telling(lists) < FEWEST) {
            blocks = Blocks.by("lists", lists, TrainingRow::ranking);
        }
        return new Draws(blocks.unit, blocks.telling(lists), draw(blocks.lists, lists.size(), new Random(seed)));
    }

    static int[] once(int lists) {
        return IntStream.range(0, lists).map(i -> 1).toArray();
    }

    private static List<int[]> draw(List<List<Integer>> blocks, int lists, Random random) {
        var rounds = new ArrayList<int[]>();
        for (int round = 0; round < ROUNDS; round++) {
            var times = new int[lists];
            for (int i = 0; i < blocks.size(); i++) {
                blocks.get(random.nextInt(blocks.size())).forEach(list -> times[list]++);
            }
            rounds.add(times);
        }
        return rounds;
    }
}
