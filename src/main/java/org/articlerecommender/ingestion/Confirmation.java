package org.articlerecommender.ingestion;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.ArticleSources;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.Progress;

/** Asks the query API for the exact version and dates of what the other sources told less exactly. */
@Singleton
class Confirmation {

    private static final int AT_ONCE = 100;
    private static final int REQUESTS = 30;
    // The query API lags a day behind the announcement
    private static final int PATIENCE_DAYS = 3;

    private final ArticleSources sources;
    private final ArxivClient arxiv;
    private final Catalog catalog;
    private final Intake intake;
    private final Clock clock;

    Confirmation(ArticleSources sources, ArxivClient arxiv, Catalog catalog, Intake intake, Clock clock) {
        this.sources = sources;
        this.arxiv = arxiv;
        this.catalog = catalog;
        this.intake = intake;
        this.clock = clock;
    }

    /** Confirms the newest few thousand and answers how many it could; what it could not, the next run asks for again. */
    int run(Progress progress) {
        var waiting = sources.unconfirmed(AT_ONCE * REQUESTS);
        int confirmed = 0;
        try {
            for (int from = 0; from < waiting.size(); from += AT_ONCE) {
                progress.at(from, waiting.size(), "confirming versions and dates");
                confirmed += confirm(waiting.subList(from, Math.min(waiting.size(), from + AT_ONCE)));
            }
        } catch (ArxivUnavailable | ArxivRefused e) {
            Log.infof("%d articles wait for their exact dates: %s", waiting.size() - confirmed, e.getMessage());
        }
        return confirmed;
    }

    private int confirm(List<ArticleId> ids) {
        var page = arxiv.byId(ids);
        intake.store(page.articles());
        var told = page.articles().stream().map(Article::id).collect(Collectors.toSet());
        var old = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(PATIENCE_DAYS);
        var given = catalog.facts(ids).values().stream()
                .filter(article ->
                        !told.contains(article.id()) && article.announced().isBefore(old))
                .map(article -> article.id())
                .toList();
        // also those that the API knows by an older version than the feed announced
        sources.settle(given);
        return told.size();
    }
}
