package org.articlerecommender.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;

/** Finds articles for a query, at arXiv, in the catalog or in both, and keeps the list that it answers. */
@ApplicationScoped
public class Search {

    /** What a list says that it was ordered by when that is the day alone; its scores then tell people nothing. */
    public static final String BY_DAY = "newest";

    /** Where to look. {@code HYBRID} is both, fused. */
    public enum Source {
        ARXIV,
        LOCAL,
        HYBRID
    }

    /** What comes first: what fits best, or what was announced last. */
    public enum Order {
        RELEVANCE,
        NEWEST
    }

    /**
     * What results are restricted to; a null part does not restrict.
     *
     * @param category a category like {@code cs.IR}, or an archive like {@code cs} for all of its categories
     * @param author a name or a part of one
     * @param from the first day of announcement
     * @param to the last day of announcement
     */
    public record Filter(String category, String author, LocalDate from, LocalDate to) {

        /** Everything. */
        public static final Filter NONE = new Filter(null, null, null, null);
    }

    /**
     * What is asked.
     *
     * @param query words, quoted phrases, {@code author: cat: after: before:}, an id or an address; for arXiv its query
     *     language is taken too
     * @param reader who searches, or null
     * @param offset how many results to pass over
     * @param limit how many to answer at most
     */
    public record Request(
            String query, Source source, Filter filter, Order order, ReaderId reader, int offset, int limit) {}

    /** One result, with a score that only compares within its list. */
    public record Item(Article article, double score) {}

    /**
     * What was found.
     *
     * @param ranking the record of the list; its items stand in the order of {@code items}
     * @param used where the results come from, which is not where they were asked from when arXiv was away
     * @param note what the reader should know about how the list came about, or null
     */
    public record Found(ShownRanking ranking, List<Item> items, Source used, String note) {}

    static final int CANDIDATES = 200;

    /** What words count beside meaning; {@code scripts/evaluate-search} shows what other shares reach. */
    static final double WORDS_SHARE = 0.5;

    private final LiveSearch arxiv;
    private final LocalSearch local;
    private final ByMeaning byMeaning;
    private final SearchRecord record;

    Search(LiveSearch arxiv, LocalSearch local, ByMeaning byMeaning, SearchRecord record) {
        this.arxiv = arxiv;
        this.local = local;
        this.byMeaning = byMeaning;
        this.record = record;
    }

    /** The articles that fit the query, in the order asked for. When arXiv does not answer, what the catalog has. */
    public Found find(Request request) {
        var asked = SearchQuery.of(request.query(), request.filter());
        var notes = new ArrayList<String>();
        asked.unread().forEach(part -> notes.add("%s is no filter, so it was searched for as words.".formatted(part)));
        var named = asked.id();
        if (named.isPresent()) {
            return named(named.get(), request, notes);
        }
        if (request.source() == Source.LOCAL) {
            return answer(request, here(asked, request, notes), Source.LOCAL, notes);
        }
        var live = arxiv.find(ArxivQuery.of(asked, request.filter()), request.order());
        if (live.problem() != null) {
            notes.add(live.problem() + " These are articles that are stored here.");
            return answer(request, here(asked, request, notes), Source.LOCAL, notes);
        }
        boolean newest = request.order() == Order.NEWEST;
        // arXiv has put the newest first already
        var there = byMeaning.order(live.articles(), newest ? "" : asked.words());
        if (request.source() == Source.ARXIV) {
            return answer(request, there, Source.ARXIV, notes);
        }
        var both = fuse(there, here(asked, request, notes));
        return answer(request, newest ? newestFirst(both) : both, Source.HYBRID, notes);
    }

    // Whoever types an id wants that article, whatever is chosen beside it
    private Found named(ArticleId id, Request request, List<String> notes) {
        var known = local.named(id);
        if (known.isPresent() || request.source() == Source.LOCAL) {
            if (known.isEmpty()) {
                notes.add("%s is not stored here; arXiv may have it.".formatted(id));
            }
            return answer(request, known.stream().toList(), Source.LOCAL, notes);
        }
        var live = arxiv.find("id:" + id.value(), Order.RELEVANCE);
        if (live.problem() != null) {
            notes.add(live.problem() + " %s is not stored here.".formatted(id));
        }
        return answer(request, byMeaning.order(live.articles(), ""), Source.ARXIV, notes);
    }

    private List<Item> here(SearchQuery asked, Request request, List<String> notes) {
        var found = local.find(asked, request.order(), Math.max(CANDIDATES, request.offset() + request.limit()));
        if (!local.complete()) {
            notes.add("The index of words is being filled; more can be found in a minute.");
        }
        return found;
    }

    private static List<Item> newestFirst(List<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing((Item item) -> item.article().announced())
                        .reversed())
                .toList();
    }

    private static List<Item> fuse(List<Item> first, List<Item> second) {
        var articles = new HashMap<ArticleId, Article>();
        second.forEach(item -> articles.put(item.article().id(), item.article()));
        first.forEach(item -> articles.put(item.article().id(), item.article()));
        return Fusion.ofPlaces(List.of(ids(first), ids(second))).entrySet().stream()
                .map(entry -> new Item(articles.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<ArticleId> ids(List<Item> items) {
        return items.stream().map(item -> item.article().id()).toList();
    }

    private Found answer(Request request, List<Item> found, Source used, List<String> notes) {
        int from = Math.min(request.offset(), found.size());
        var items = found.subList(from, Math.min(from + request.limit(), found.size()));
        var model = request.order() == Order.NEWEST ? BY_DAY : used == Source.ARXIV ? "meaning" : "words-and-meaning";
        var ranking = record.keep(request, model, found.size(), items);
        return new Found(ranking, List.copyOf(items), used, notes.isEmpty() ? null : String.join(" ", notes));
    }
}
