package org.articlerecommender.training;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.articlerecommender.events.ReaderId;

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

    private record ReaderDay(ReaderId reader, LocalDate day) {}

    static Draws of(TrainingSet set, long seed) {
        var lists = set.lists();
        var byDay = new Draws("days", blocks(lists, Draws::day), lists, seed);
        if (byDay.units >= FEWEST) {
            return byDay;
        }
        var byReaderDay = new Draws(
                "readers' days", blocks(lists, list -> new ReaderDay(list.get(0).reader(), day(list))), lists, seed);
        return byReaderDay.units >= FEWEST
                ? byReaderDay
                : new Draws(
                        "lists",
                        IntStream.range(0, lists.size()).mapToObj(List::of).toList(),
                        lists,
                        seed);
    }

    private Draws(String unit, List<List<Integer>> blocks, List<List<TrainingRow>> lists, long seed) {
        this(
                unit,
                blocks.stream()
                        .filter(block -> block.stream().anyMatch(list -> TrainingSet.tells(lists.get(list))))
                        .count(),
                draw(blocks, lists.size(), new Random(seed)));
    }

    static int[] once(int lists) {
        return IntStream.range(0, lists).map(i -> 1).toArray();
    }

    private static LocalDate day(List<TrainingRow> list) {
        return LocalDate.ofInstant(list.get(0).at(), ZoneOffset.UTC);
    }

    private static <B> List<List<Integer>> blocks(List<List<TrainingRow>> lists, Function<List<TrainingRow>, B> block) {
        var blocks = new LinkedHashMap<B, List<Integer>>();
        for (int i = 0; i < lists.size(); i++) {
            blocks.computeIfAbsent(block.apply(lists.get(i)), any -> new ArrayList<>())
                    .add(i);
        }
        return List.copyOf(blocks.values());
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
