package org.articlerecommender.ingestion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/**
 * Reads one slice page by page and hands on each page before the next is asked for.
 *
 * <p>arXiv's pages are not to be trusted: some come short, some come empty although there are more, and a list that
 * changes while it is read moves articles from page to page. So the next page begins where the last one ended, an empty
 * one is asked for again, and a slice that ends with fewer articles than arXiv counts is read a second time.
 */
class SliceReader {

    /** Where pages come from. */
    @FunctionalInterface
    interface Pages {
        ArxivPage page(String query, ArxivClient.Order order, int start, int limit);
    }

    /** What was read: how many different articles, how many of them new or changed, how many arXiv counts. */
    record Tally(int read, int changed, long counted, int unreadable) {

        long missing() {
            return Math.max(0, counted - read - unreadable);
        }
    }

    private static final int PASSES = 2;
    private static final int EMPTY_PAGES = 3;

    private final Pages pages;
    private final ToIntFunction<List<Article>> store;
    private final int pageSize;

    SliceReader(Pages pages, ToIntFunction<List<Article>> store, int pageSize) {
        this.pages = pages;
        this.store = store;
        this.pageSize = pageSize;
    }

    /**
     * Reads the slice to its end.
     *
     * @param progress told after each page how many articles were read and how many arXiv counts
     */
    Tally read(Slice slice, List<String> categories, Progress progress) {
        var seen = new HashSet<ArticleId>();
        var tally = new Tally(0, 0, 0, 0);
        for (int pass = 0; pass < PASSES; pass++) {
            tally = pass(slice, slice.query(categories), seen, tally.changed(), progress);
            if (tally.missing() == 0) {
                break;
            }
        }
        return tally;
    }

    /** Told how far the slice is read. */
    @FunctionalInterface
    interface Progress {
        void at(long read, long counted);
    }

    private Tally pass(Slice slice, String query, Set<ArticleId> seen, int changedBefore, Progress progress) {
        int changed = changedBefore;
        int unreadable = 0;
        int empty = 0;
        int start = 0;
        long counted;
        do {
            var page = pages.page(query, slice.order(), start, pageSize);
            counted = page.total();
            changed += page.articles().isEmpty() ? 0 : store.applyAsInt(page.articles());
            page.articles().forEach(article -> seen.add(article.id()));
            unreadable += page.unreadable();
            start += page.entries();
            empty = page.entries() == 0 ? empty + 1 : 0;
            progress.at(seen.size(), counted);
            if (empty > EMPTY_PAGES) {
                // this page stays empty; what lies behind it may still come
                start += pageSize;
                empty = 0;
            }
        } while (start < counted);
        return new Tally(seen.size(), changed, counted, unreadable);
    }
}
