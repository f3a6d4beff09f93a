package org.articlerecommender.nearest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The rows that a query has to look at: those there were when it began, in the blocks that have one of the days.
 *
 * @param count how many rows all blocks had then
 * @param sets the combinations of categories that are wanted; null for all
 */
record Slice(Block[] blocks, int count, List<Integer> numbers, Scope scope, BitSet sets) {

    static Slice of(Block[] blocks, int count, Scope scope, CategorySets categories) {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i * Layout.ROWS < count; i++) {
            if (blocks[i].mayHave(scope.firstDay(), scope.lastDay())) {
                numbers.add(i);
            }
        }
        return new Slice(
                blocks,
                count,
                numbers,
                scope,
                scope.categories().isEmpty() ? null : categories.withOneOf(scope.categories()));
    }

    int used(int block) {
        return Math.min(Layout.ROWS, count - block * Layout.ROWS);
    }

    int rows() {
        return numbers.size() * Layout.ROWS;
    }

    Block blockOf(int row) {
        return blocks[row / Layout.ROWS];
    }

    /** Whether the row is there and has one of the days and categories. */
    boolean admits(Block block, int row) {
        int day = block.day(row);
        return day != Block.GONE
                && day >= scope.firstDay()
                && day <= scope.lastDay()
                && (sets == null || sets.get(block.categories(row)));
    }

    boolean wants(Block block, int row) {
        return scope.wanted() == null || scope.wanted().test(block.article(row));
    }
}
