package org.articlerecommender.nearest;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.articlerecommender.catalog.ArticleId;

/**
 * Rows of articles that were asked for lately, found without making the fixed form of an id.
 *
 * <p>A row never gets another article, so that what is here is wrong only when the row is gone.
 */
final class FoundRows {

    private record Found(ArticleId article, int row) {}

    private final AtomicReferenceArray<Found> found;

    /** @param most a power of two */
    FoundRows(int most) {
        this.found = new AtomicReferenceArray<>(most);
    }

    /** The row, or -1 when it is not here. */
    int of(ArticleId article) {
        var there = found.get(place(article));
        return there != null && there.article().equals(article) ? there.row() : -1;
    }

    void add(ArticleId article, int row) {
        found.set(place(article), new Found(article, row));
    }

    private int place(ArticleId article) {
        return article.hashCode() & (found.length() - 1);
    }
}
