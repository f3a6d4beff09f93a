package org.articlerecommender.ingestion;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleFilter;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Source;
import org.articlerecommender.catalog.Told;
import org.articlerecommender.embedding.Embedding;

/** Puts articles into the catalog, and sees to it that the sample gives way as soon as there are real ones. */
@ApplicationScoped
class Intake {

    private final Catalog catalog;
    private final SampleCorpus sample;
    private final Embedding embedding;
    private volatile boolean mayHoldSample = true;

    Intake(Catalog catalog, SampleCorpus sample, Embedding embedding) {
        this.catalog = catalog;
        this.sample = sample;
        this.embedding = embedding;
    }

    /** Stores all or, on an error, none, and answers how many are new or changed. */
    int store(Collection<Article> articles) {
        return store(articles, Told.exactly(Source.API));
    }

    /** The same for articles that were told otherwise. */
    int store(Collection<Article> articles, Told told) {
        int changed = catalog.save(articles, told);
        if (!articles.isEmpty()) {
            realOnes();
        }
        return changed;
    }

    /** Lets the sample give way: there are real articles. */
    void realOnes() {
        if (mayHoldSample) {
            catalog.removeSamples();
            mayHoldSample = false;
        }
    }

    /** Stores those whose paper is in the catalog already. */
    int storeKnown(Collection<Article> articles) {
        var known = catalog.find(articles.stream().map(Article::id).toList());
        return store(articles.stream()
                .filter(article -> known.containsKey(article.id()))
                .toList());
    }

    /**
     * Puts the sample, dated from today, into a catalog without real articles, and answers how many articles it has; 0
     * when there are real ones.
     */
    int showSample() {
        if (hasReal()) {
            return 0;
        }
        var articles = sample.articles();
        if (!sampleIsCurrent()) {
            catalog.removeSamples();
            catalog.save(articles, Told.exactly(Source.SAMPLE));
            tryToEmbed(articles);
        }
        mayHoldSample = true;
        return articles.size();
    }

    /** Whether the catalog's newest day is the one that the sample would have if it were shown now. */
    boolean sampleIsCurrent() {
        return newest().map(Article::announced).equals(sample.newestDay());
    }

    /** Whether the catalog holds any article that is not of the sample. */
    boolean hasReal() {
        return newest().filter(article -> !article.sample()).isPresent();
    }

    /** The newest article by announcement. */
    Optional<Article> newest() {
        return catalog.page(ArticleFilter.ALL, null, 1).items().stream().findFirst();
    }

    /** Gives the articles their vectors. */
    void embed(Collection<Article> articles) {
        embedding.embedNow(articles.stream().map(Article::id).toList());
    }

    /** Gives the articles their vectors now if that can be done; otherwise the embed job gives them later. */
    void tryToEmbed(Collection<Article> articles) {
        try {
            embed(articles);
        } catch (RuntimeException | LinkageError e) {
            // a native library that cannot be loaded must not keep articles out
            Log.warnf("%d articles are stored without their vectors: %s", articles.size(), e.getMessage());
        }
    }
}
