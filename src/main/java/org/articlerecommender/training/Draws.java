package org.articlerecommender.training;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws for a bootstrap: how often each list counts in each round. Whole days are drawn, for the lists of a day are alike;
 * where there are few days, lists are.
 *
 * @param unit what was drawn, {@code days} or {@code lists}
 */
record Draws(String unit, List<int[]> rounds) {

    private static final int ROUNDS = 400;
    private static final int FEWEST_DAYS = 7;

    static Draws of(TrainingSet set, long seed) {
        var lists = set.lists();
        var days = new LinkedHashMap<LocalDate, List<Integer>>();
        for (int i = 0; i < lists.size(); i++) {
            var day = LocalDate.ofInstant(lists.get(i).get(0).at(), ZoneOffset.UTC);
            days.computeIfAbsent(day, any -> new ArrayList<>()).add(i);
        }
        var random = new Random(seed);
        return days.size() >= FEWEST_DAYS
                ? new Draws("days", draw(List.copyOf(days.values()), lists.size(), random))
                : new Draws(
                        "lists",
                        draw(IntStream.range(0, lists.size()).mapToObj(List::of).toList(), lists.size(), random));
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
