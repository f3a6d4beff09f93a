package org.articlerecommender.search;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.Neighbour;
import org.articlerecommender.embedding.TextVectors;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.StoreUnavailable;

/** Finds articles for a query, at arXiv, in the catalog or in both, and keeps the list that it answers. */
@ApplicationScoped
public class Search {

    /** Where to look. {@code HYBRID} is both, fused. */
    public enum Source {
        ARXIV,
        LOCAL,
        HYBRID
    }

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

    private static final int LOCAL_CANDIDATES = 100;

    private final LiveSearch arxiv;
    private final Catalog catalog;
    private final TextVectors texts;
    private final ArticleVectors vectors;
    private final Rankings rankings;
    private final Clock clock;

    Search(
            LiveSearch arxiv,
            Catalog catalog,
            TextVectors texts,
            ArticleVectors vectors,
            Rankings rankings,
            Clock clock) {
        this.arxiv = arxiv;
        this.catalog = catalog;
        this.texts = texts;
        this.vectors = vectors;
        this.rankings = rankings;
        this.clock = clock;
    }

    /**
     * The articles that fit the query best, best first. When arXiv does not answer, what the catalog has.
     *
     * @param query words, not blank; for arXiv its query language is taken too
     * @param reader who searches, or null
     */
    public Found find(String query, Source source, ReaderId reader, int limit) {
        var asked = texts.of(query);
        if (source == Source.LOCAL) {
            return answer(query, reader, local(query, asked), Source.LOCAL, limit, null);
        }
        var live = arxiv.find(query);
        if (live.problem() != null) {
            var note = live.problem() + " These are articles that are stored here.";
            return answer(query, reader, local(query, asked), Source.LOCAL, limit, note);
        }
        var byMeaning = byMeaning(live.articles(), asked);
        if (source == Source.ARXIV) {
            return answer(query, reader, byMeaning, Source.ARXIV, limit, null);
        }
        return answer(query, reader, fuse(byMeaning, local(query, asked)), Source.HYBRID, limit, null);
    }

    // as the original reranked arXiv's results (SEED U4), but by title and abstract where we have their vector
    private List<Item> byMeaning(List<Article> articles, float[] asked) {
        var known = vectors.of(articles.stream().map(Article::id).toList());
        var titles = texts.of(articles.stream().map(Article::title).toList());
        var items = new ArrayList<Item>();
        for (int i = 0; i < articles.size(); i++) {
            var vector = known.getOrDefault(articles.get(i).id(), titles.get(i));
            items.add(new Item(articles.get(i), DotProduct.of(asked, vector)));
        }
        items.sort(Comparator.comparingDouble(Item::score).reversed());
        return items;
    }

    private List<Item> local(String query, float[] asked) {
        var byWords = catalog.matching(query, LOCAL_CANDIDATES);
        var near = vectors.nearest(asked, LOCAL_CANDIDATES).stream()
                .map(Neighbour::article)
                .toList();
        var articles = new HashMap<>(catalog.find(near));
        byWords.forEach(article -> articles.put(article.id(), article));
        return items(Fusion.of(List.of(byWords.stream().map(Article::id).toList(), near)), articles);
    }

    private static List<Item> fuse(List<Item> first, List<Item> second) {
        var articles = new HashMap<ArticleId, Article>();
        second.forEach(item -> articles.put(item.article().id(), item.article()));
        first.forEach(item -> articles.put(item.article().id(), item.article()));
        return items(Fusion.of(List.of(ids(first), ids(second))), articles);
    }

    private static List<ArticleId> ids(List<Item> items) {
        return items.stream().map(item -> item.article().id()).toList();
    }

    private static List<Item> items(Map<ArticleId, Double> scores, Map<ArticleId, Article> articles) {
        return scores.entrySet().stream()
                .filter(entry -> articles.containsKey(entry.getKey()))
                .map(entry -> new Item(articles.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private Found answer(String query, ReaderId reader, List<Item> found, Source used, int limit, String note) {
        var items = found.subList(0, Math.min(limit, found.size()));
        var lines = new ArrayList<ShownRanking.Item>();
        for (var item : items) {
            lines.add(new ShownRanking.Item(
                    lines.size() + 1, item.article().id(), item.score(), 1, List.of(), new double[0]));
        }
        var ranking = new ShownRanking(
                UUID.randomUUID(),
                reader,
                ShownRanking.Kind.SEARCH,
                query,
                used == Source.ARXIV ? "meaning" : "words-and-meaning",
                "default",
                clock.instant(),
                found.size(),
                lines);
        try {
            rankings.save(ranking);
        } catch (StoreUnavailable e) {
            Log.warnf("A search result is shown without its record: %s", e.getMessage());
        }
        return new Found(ranking, List.copyOf(items), used, note);
    }
}
