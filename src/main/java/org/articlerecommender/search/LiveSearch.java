package org.articlerecommender.search;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.ingestion.ArxivClient;
import org.articlerecommender.ingestion.ArxivRefused;
import org.articlerecommender.ingestion.ArxivUnavailable;
import org.articlerecommender.ingestion.Listing;
import org.articlerecommender.platform.StoreUnavailable;

/** Asks arXiv, and keeps what it finds, so that a result has a page, a vector and a history like any other article. */
@Singleton
class LiveSearch {

    /** Either articles, or a problem in a sentence for the reader. */
    record Answer(List<Article> articles, String problem) {}

    private final Listing listing;
    private final ArxivClient arxiv;
    private final Catalog catalog;
    private final Embedding embedding;
    private final SearchConfig config;

    LiveSearch(Listing listing, ArxivClient arxiv, Catalog catalog, Embedding embedding, SearchConfig config) {
        this.listing = listing;
        this.arxiv = arxiv;
        this.catalog = catalog;
        this.embedding = embedding;
        this.config = config;
    }

    /** @param query in arXiv's language */
    Answer find(String query, Search.Order order) {
        if (!listing.asked()) {
            return new Answer(List.of(), "By its settings this instance does not ask arXiv.");
        }
        var first = order == Search.Order.NEWEST ? ArxivClient.Order.SUBMITTED : ArxivClient.Order.RELEVANCE;
        try {
            var articles = arxiv.search(query, first, 0, config.arxivResults()).articles();
            keep(articles);
            return new Answer(articles, null);
        } catch (ArxivRefused e) {
            return new Answer(List.of(), "arXiv did not understand this query.");
        } catch (ArxivUnavailable e) {
            Log.infof("A live search goes without arXiv: %s", e.getMessage());
            return new Answer(List.of(), "arXiv does not answer at the moment.");
        }
    }

    private void keep(List<Article> articles) {
        try {
            catalog.save(articles);
            embedding.embedNow(articles.stream().map(Article::id).toList());
        } catch (StoreUnavailable e) {
            Log.warnf("Found at arXiv and not kept: %s", e.getMessage());
        }
    }
}
