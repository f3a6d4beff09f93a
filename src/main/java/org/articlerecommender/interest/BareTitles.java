package org.articlerecommender.interest;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.Embedder;
import org.articlerecommender.embedding.TextVectors;
import org.articlerecommender.platform.RecentlyUsed;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * Puts articles of which no more than the title is known where they would lie, on average, if the abstract were known too.
 * The vectors of titles lie apart from those of whole articles, and a model that met both would learn to know them by that.
 */
@Singleton
public class BareTitles {

    static final int SAMPLE = 256;
    static final int ENOUGH = 32;
    private static final int KEPT = 16;

    private final ArticleVectors vectors;
    private final Catalog catalog;
    private final TextVectors texts;
    private final Embedder embedder;
    private final Map<Sample, Optional<float[]>> known = new RecentlyUsed<>(KEPT);

    /** The newest articles before a day, of so many that have a vector. */
    private record Sample(LocalDate day, String model, int size) {}

    BareTitles(ArticleVectors vectors, Catalog catalog, TextVectors texts, Embedder embedder) {
        this.vectors = vectors;
        this.catalog = catalog;
        this.texts = texts;
        this.embedder = embedder;
    }

    /**
     * The same contents, those of bare titles moved. How far is measured on articles announced before the day; while there
     * are fewer than {@value #ENOUGH}, nothing is moved.
     */
    public Map<String, Content> placed(Map<String, Content> contents, LocalDate day) {
        if (contents.values().stream().noneMatch(Content::isTitleOnly)) {
            return contents;
        }
        var away = away(day);
        if (away.isEmpty()) {
            return contents;
        }
        var placed = new HashMap<>(contents);
        placed.replaceAll((key, one) -> one.isTitleOnly() ? one.without(away.get()) : one);
        return placed;
    }

    private Optional<float[]> away(LocalDate day) {
        // the same for all days of a month: each day's own sample would have to be embedded
        var ofMonth = awayBefore(day.withDayOfMonth(1));
        return ofMonth.isPresent() ? ofMonth : awayBefore(day);
    }

    private Optional<float[]> awayBefore(LocalDate day) {
        var sample = new Sample(day, embedder.model(), vectors.size());
        synchronized (known) {
            var there = known.get(sample);
            if (there != null) {
                return there;
            }
        }
        try {
            var articles = vectors.announcedBefore(day, SAMPLE);
            var away = articles.size() < ENOUGH ? Optional.<float[]>empty() : Optional.of(measured(articles));
            synchronized (known) {
                known.put(sample, away);
            }
            return away;
        } catch (StoreUnavailable e) {
            Log.debugf("Bare titles are compared as they are: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private float[] measured(Map<ArticleId, float[]> sample) {
        var titles = new ArrayList<String>();
        var articles = new ArrayList<float[]>();
        catalog.find(sample.keySet()).values().forEach(article -> {
            titles.add(article.title());
            articles.add(sample.get(article.id()));
        });
        return mean(texts.of(titles), articles);
    }

    /** The mean of the differences; nothing when there are none. */
    static float[] mean(List<float[]> titles, List<float[]> articles) {
        var mean = new float[titles.isEmpty() ? 0 : titles.get(0).length];
        for (int i = 0; i < titles.size(); i++) {
            // while the embedding model changes, vectors of both models can meet here
            if (articles.get(i).length == mean.length && titles.get(i).length == mean.length) {
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += (titles.get(i)[j] - articles.get(i)[j]) / titles.size();
                }
            }
        }
        return mean;
    }
}
