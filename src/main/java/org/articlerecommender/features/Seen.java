package org.articlerecommender.features;

import java.time.Duration;
import java.time.Instant;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.EventType;

/**
 * One thing a reader did, with what it was about.
 *
 * @param about null when the catalog does not know the article or there is none
 * @param vector of the article or of the query; null when there is none
 */
record Seen(EventType type, Instant at, ArticleId article, String query, ArticleFacts about, float[] vector) {

    Seen with(ArticleFacts facts, float[] vector) {
        return new Seen(type, at, article, query, facts, vector);
    }

    /** 1 when it just happened, a half after the half-life. */
    double weight(Instant now, Duration halfLife) {
        return Math.pow(0.5, (double) Duration.between(at, now).toMillis() / halfLife.toMillis());
    }
}
