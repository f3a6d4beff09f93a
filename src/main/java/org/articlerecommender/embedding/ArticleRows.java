package org.articlerecommender.embedding;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.articlerecommender.catalog.ArticleId;

/**
 * The vectors of articles under one model, in memory.
 *
 * <p>Each vector is an array of its own that is never written again: it is handed out without a copy, and a reader never
 * sees half of a change. In float32, 66,000 articles of 384 numbers take 105 MB; int8 would take a quarter and would not
 * be exact.
 */
final class ArticleRows {

    /** One article: what its vector is of, and the day it was announced as days since 1970. */
    record Row(ArticleId article, TextHash text, long day, float[] vector) {}

    private static final Comparator<Neighbour> WORST_FIRST = Comparator.comparingDouble(Neighbour::similarity)
            .thenComparing(Neighbour::article, Comparator.reverseOrder());

    private final String model;
    private final Map<ArticleId, Row> rows = new ConcurrentHashMap<>();
    private volatile Row[] byDay;

    ArticleRows(String model) {
        this.model = model;
    }

    String model() {
        return model;
    }

    int size() {
        return rows.size();
    }

    Row get(ArticleId article) {
        return rows.get(article);
    }

    void put(Collection<Row> changed) {
        changed.forEach(row -> rows.put(row.article(), row));
        byDay = null;
    }

    void keepOnly(Set<ArticleId> articles) {
        if (rows.keySet().retainAll(articles)) {
            byDay = null;
        }
    }

    /** The nearest of the rows of these days (both included), nearest first; equally near ones by id. */
    List<Neighbour> nearest(float[] query, int count, long firstDay, long lastDay, Predicate<ArticleId> wanted) {
        var sorted = byDay();
        int from = place(sorted, firstDay);
        int to = lastDay == Long.MAX_VALUE ? sorted.length : place(sorted, lastDay + 1);
        var best = new PriorityQueue<>(WORST_FIRST);
        double worst = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            var row = sorted[i];
            float similarity = DotProduct.of(query, row.vector());
            if (similarity < worst || !wanted.test(row.article())) {
                continue;
            }
            best.add(new Neighbour(row.article(), similarity));
            if (best.size() > count) {
                best.poll();
                worst = best.isEmpty() ? Double.POSITIVE_INFINITY : best.peek().similarity();
            }
        }
        return best.stream().sorted(WORST_FIRST.reversed()).toList();
    }

    /** The last rows announced before the day, newest first, those of one day by id. */
    List<Row> before(long day, int count) {
        var sorted = byDay();
        int to = place(sorted, day);
        int from = Math.max(0, to - count);
        // the first day in the cut may be cut anywhere; which of its rows stay must not depend on the order they came
        // in
        int start = from == to ? to : place(sorted, sorted[from].day());
        return Arrays.stream(sorted, start, to)
                .sorted(Comparator.comparingLong(Row::day).reversed().thenComparing(Row::article))
                .limit(count)
                .toList();
    }

    private Row[] byDay() {
        var sorted = byDay;
        if (sorted == null) {
            sorted = rows.values().toArray(Row[]::new);
            Arrays.sort(sorted, Comparator.comparingLong(Row::day));
            byDay = sorted;
        }
        return sorted;
    }

    // The first row of the day or of one after it
    private static int place(Row[] sorted, long day) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].day() < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
