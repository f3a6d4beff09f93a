package org.articlerecommender.nearest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.articlerecommender.catalog.ArticleId;

/**
 * The rows in the order of their days, a number of each group.
 *
 * @param slice the rows to choose from; has a last day
 * @param group of a combination of categories by its number; negative for rows that are not wanted
 * @param most how many of each group
 */
record Newest(Slice slice, IntUnaryOperator group, int[] most) {

    private static final Comparator<Dated> NEWEST_FIRST =
            Comparator.comparingInt(Dated::day).reversed().thenComparing(Dated::article);

    private static final int CENTURY = 36_525;

    private record Dated(int day, ArticleId article, int group) {}

    /** What is done with a row. */
    private interface Visit {

        void row(Block block, int row, int group);
    }

    /** The last of each group, newest first, those of one day by id. */
    List<ArticleId> articles() {
        if (slice.numbers().isEmpty()) {
            return List.of();
        }
        var first = firstDays();
        var found = new ArrayList<Dated>();
        visit((block, row, of) -> {
            if (block.day(row) >= first[of]) {
                found.add(new Dated(block.day(row), block.article(row), of));
            }
        });
        found.sort(NEWEST_FIRST);
        var left = most.clone();
        var articles = new ArrayList<ArticleId>();
        for (var one : found) {
            if (left[one.group]-- > 0) {
                articles.add(one.article);
            }
        }
        return List.copyOf(articles);
    }

    private void visit(Visit each) {
        for (int number : slice.numbers()) {
            var block = slice.blocks()[number];
            for (int row = 0; row < slice.used(number); row++) {
                if (slice.admits(block, row)) {
                    int of = group.applyAsInt(block.categories(row));
                    if (of >= 0) {
                        each.row(block, row, of);
                    }
                }
            }
        }
    }

    // All of the earliest day that a group needs belong in, since the order of rows says nothing
    private long[] firstDays() {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int number : slice.numbers()) {
            first = Math.min(first, slice.blocks()[number].firstDay());
            last = Math.max(last, slice.blocks()[number].lastDay());
        }
        last = (int) Math.min(last, slice.scope().lastDay());
        // a wrong date must not cost memory; what is older counts as of one day
        int origin = Math.max(first, last - CENTURY);
        var perDay = new int[most.length][Math.max(1, last - origin + 1)];
        visit((block, row, of) -> perDay[of][Math.max(0, block.day(row) - origin)]++);
        var days = new long[most.length];
        Arrays.fill(days, Long.MIN_VALUE);
        for (int of = 0; of < days.length; of++) {
            int sum = 0;
            for (int day = perDay[of].length - 1; day > 0 && sum < most[of]; day--) {
                sum += perDay[of][day];
                days[of] = sum >= most[of] ? origin + day : Long.MIN_VALUE;
            }
        }
        return days;
    }
}
