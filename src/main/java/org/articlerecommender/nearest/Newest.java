package org.articlerecommender.nearest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.articlerecommender.catalog.ArticleId;

/** The rows in the order of their days. */
final class Newest {

    private record Dated(int day, ArticleId article) {}

    private Newest() {}

    /** The last of the slice, which ends before the day, newest first, those of one day by id. */
    static List<ArticleId> before(Slice slice, long day, int count) {
        long first = firstDay(slice, count);
        var found = new ArrayList<Dated>();
        for (int number : slice.numbers()) {
            var block = slice.blocks()[number];
            if (!block.mayHave(first, day - 1)) {
                continue;
            }
            for (int row = 0; row < slice.used(number); row++) {
                if (block.day(row) >= first && slice.admits(block, row)) {
                    found.add(new Dated(block.day(row), block.article(row)));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Dated::day).reversed().thenComparing(Dated::article))
                .limit(count)
                .map(Dated::article)
                .toList();
    }

    // All of the earliest day that is needed belong in, since the order of rows says nothing
    private static long firstDay(Slice slice, int count) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int number : slice.numbers()) {
            first = Math.min(first, slice.blocks()[number].firstDay());
            last = Math.max(last, slice.blocks()[number].lastDay());
        }
        var perDay = new int[Math.max(0, last - first + 1)];
        for (int number : slice.numbers()) {
            var block = slice.blocks()[number];
            for (int row = 0; row < slice.used(number); row++) {
                if (slice.admits(block, row)) {
                    perDay[block.day(row) - first]++;
                }
            }
        }
        int sum = 0;
        for (int day = last; day >= first; day--) {
            sum += perDay[day - first];
            if (sum >= count) {
                return day;
            }
        }
        return Long.MIN_VALUE;
    }
}
