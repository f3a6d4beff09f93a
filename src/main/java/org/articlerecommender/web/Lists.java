package org.articlerecommender.web;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.RecentlyUsed;
import org.articlerecommender.platform.StoreUnavailable;
import org.articlerecommender.search.Search;

/** The lists that the pages show: in parts, the same again after a form was sent, and recorded as shown. */
@Singleton
class Lists {

    private static final int KEPT = 300;

    private final Rankings rankings;
    private final Catalog catalog;
    private final Clock clock;

    // Reasons are for reading only, so they are not stored: a list shown again after a restart has none
    private final Map<UUID, Map<ArticleId, Reason>> reasons = Collections.synchronizedMap(new RecentlyUsed<>(KEPT));

    Lists(Rankings rankings, Catalog catalog, Clock clock) {
        this.rankings = rankings;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Null for none and for nonsense: what a reader does counts even where it cannot be told from which list. */
    static UUID id(String given) {
        try {
            return given == null || given.length() != 36 ? null : UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    void remember(ShownRanking ranking, Map<ArticleId, Reason> why) {
        reasons.put(ranking.id(), why);
    }

    Reason reason(UUID ranking, ArticleId article) {
        return ranking == null
                ? Reason.NONE
                : reasons.getOrDefault(ranking, Map.of()).getOrDefault(article, Reason.NONE);
    }

    /** A list shown before, if it was shown to the same reader. */
    Optional<ShownRanking> again(UUID id, Optional<ReaderId> reader) {
        return id == null
                ? Optional.empty()
                : rankings.find(id).filter(list -> Objects.equals(list.reader(), reader.orElse(null)));
    }

    /** All articles of the list that are still known. */
    Map<ArticleId, Article> articles(ShownRanking list) {
        return catalog.find(
                list.items().stream().map(ShownRanking.Item::article).toList());
    }

    /**
     * A part of the list as rows, recorded as shown. The same part again, by a reload or in another tab, is recorded
     * once; nothing is recorded of nobody. Articles that are no longer known are left out.
     *
     * @param first the position of the first row, from 1
     * @param articles those at hand; the others are read from the catalog
     */
    List<Row> rows(ShownRanking list, int first, int length, Map<ArticleId, Article> articles, Marks marks) {
        var part = list.items().stream()
                .filter(item -> item.position() >= first && item.position() < first + length)
                .toList();
        var known = articles.isEmpty()
                ? catalog.find(part.stream().map(ShownRanking.Item::article).toList())
                : articles;
        var rows = part.stream()
                .filter(item -> known.containsKey(item.article()))
                .map(item -> row(list, item, known.get(item.article()), marks))
                .toList();
        try {
            rankings.rendered(list, first, first + length - 1, clock.instant());
        } catch (StoreUnavailable e) {
            Log.warnf("A list was shown and not recorded as shown: %s", e.getMessage());
        }
        return rows;
    }

    private Row row(ShownRanking list, ShownRanking.Item item, Article article, Marks marks) {
        var reason = reason(list.id(), article.id());
        return new Row(
                article,
                item.position(),
                list.model().equals(Search.BY_DAY) ? null : (Double) item.score(),
                reason.why(),
                reason.exploring(),
                list.id(),
                marks.of(article.id()));
    }
}
