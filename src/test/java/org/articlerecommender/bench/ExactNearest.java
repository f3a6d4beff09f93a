package org.articlerecommender.bench;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.nearest.Floats;
import org.articlerecommender.nearest.Hit;
import org.articlerecommender.nearest.Row;

/** What looking at every vector in float32 finds: the truth that a search is measured against. */
class ExactNearest {

    private static final Comparator<Hit> WORST_FIRST = Comparator.comparingDouble(Hit::similarity);

    private final int count;
    private final List<float[]> queries;
    private final List<PriorityQueue<Hit>> best;

    ExactNearest(List<float[]> queries, int count) {
        this.queries = queries;
        this.count = count;
        this.best =
                queries.stream().map(query -> new PriorityQueue<>(WORST_FIRST)).toList();
    }

    void look(List<Row> rows) {
        IntStream.range(0, queries.size()).parallel().forEach(i -> {
            var found = best.get(i);
            for (var row : rows) {
                found.add(new Hit(row.article(), Floats.dot(queries.get(i), row.vector())));
                if (found.size() > count) {
                    found.poll();
                }
            }
        });
    }

    /** The nearest to a query, nearest first. */
    List<ArticleId> of(int query) {
        return best.get(query).stream()
                .sorted(WORST_FIRST.reversed())
                .map(Hit::article)
                .toList();
    }

    /** The share of the first {@code depth} that a search found, over all queries. */
    double recall(List<List<ArticleId>> found, int depth) {
        long hits = 0;
        for (int i = 0; i < queries.size(); i++) {
            var right = of(i).subList(0, depth);
            hits += found.get(i).stream().limit(depth).filter(right::contains).count();
        }
        return hits / (double) (queries.size() * depth);
    }
}
