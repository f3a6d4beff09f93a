package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.Embedder;
import org.articlerecommender.embedding.TextVectors;

/** The vectors of the model that serves. */
@Singleton
class EmbeddedVectors implements Vectors {

    private final Embedder embedder;
    private final TextVectors texts;
    private final ArticleVectors articles;

    EmbeddedVectors(Embedder embedder, TextVectors texts, ArticleVectors articles) {
        this.embedder = embedder;
        this.texts = texts;
        this.articles = articles;
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public List<float[]> texts(List<String> texts) {
        return this.texts.of(texts);
    }

    @Override
    public Map<ArticleId, float[]> articles(Collection<ArticleId> articles) {
        return this.articles.of(articles);
    }

    @Override
    public List<float[]> inOrder(List<ArticleId> articles) {
        return this.articles.inOrder(articles);
    }
}
