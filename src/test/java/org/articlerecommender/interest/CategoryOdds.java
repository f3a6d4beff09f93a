package org.articlerecommender.interest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much more often than articles as they come the liked ones are listed under an article's categories, as log-odds that
 * few liked ones hardly move. The product does not use it: it made no order better.
 */
final class CategoryOdds {

    private static final double DRAWN = 5;

    private final Map<String, Double> liked = new HashMap<>();
    private final Map<String, Double> coming = new HashMap<>();
    private final int background;
    private double total;

    CategoryOdds(ReaderTask task) {
        for (var one : task.liked()) {
            var categories = task.categories(one.content());
            categories.forEach(category -> liked.merge(category, one.weight(), Double::sum));
            total += categories.isEmpty() ? 0 : one.weight();
        }
        task.background()
                .forEach(one -> task.categories(one).forEach(category -> coming.merge(category, 1.0, Double::sum)));
        background = task.background().size();
    }

    double of(List<String> categories) {
        return categories.isEmpty() ? 0 : sum(categories) / Math.sqrt(categories.size());
    }

    private double sum(Collection<String> categories) {
        return categories.stream()
                .mapToDouble(category -> {
                    double share = (coming.getOrDefault(category, 0.0) + 1) / (background + 2);
                    return Math.log((liked.getOrDefault(category, 0.0) + DRAWN * share) / (total + DRAWN) / share);
                })
                .sum();
    }
}
