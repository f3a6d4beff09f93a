package org.articlerecommender.nearest;

import java.util.Set;
import java.util.function.Predicate;
import org.articlerecommender.catalog.ArticleId;

/**
 * Which articles may be found.
 *
 * @param firstDay the first announcement day as days since 1970
 * @param lastDay the last one, included
 * @param categories one of which an article must have; none for no limit
 * @param wanted asked, in no order and by several threads, of articles near enough to be found; null for all
 */
public record Scope(long firstDay, long lastDay, Set<String> categories, Predicate<ArticleId> wanted) {

    public static final Scope ALL = new Scope(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(), null);

    public Scope {
        categories = Set.copyOf(categories);
    }

    /** All that was announced before the day. */
    static Scope before(long day) {
        return new Scope(Long.MIN_VALUE, day - 1, Set.of(), null);
    }
}
