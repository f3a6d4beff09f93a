package org.articlerecommender.web;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.articlerecommender.catalog.ArticleFilter;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.ingestion.ArxivConfig;
import org.articlerecommender.platform.StoreUnavailable;

/** What there is, for the operator: articles, vectors, events, readers, and whether the stores answer. */
@Singleton
public class Inventory {

    /** One figure with its name; {@code value} says so when it cannot be told. */
    public record Figure(String name, String value) {}

    /** A store, whether it answers, and whether the figures come from it. */
    public record Store(String name, boolean up, boolean needed, String meaning) {}

    private final Catalog catalog;
    private final Embedding embedding;
    private final EventLog events;
    private final RedisDataSource redis;
    private final ArxivConfig arxiv;

    Inventory(Catalog catalog, Embedding embedding, EventLog events, RedisDataSource redis, ArxivConfig arxiv) {
        this.catalog = catalog;
        this.embedding = embedding;
        this.events = events;
        this.redis = redis;
        this.arxiv = arxiv;
    }

    List<Figure> figures() {
        return List.of(
                figure("articles", () -> catalog.count(ArticleFilter.ALL)),
                figure("without a vector", embedding::missing),
                figure("readers", events::readers),
                figure(
                        "events",
                        () -> events.counts().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()));
    }

    /** The articles of each category that is harvested. */
    List<Figure> categories() {
        return arxiv.categories().stream()
                .map(name ->
                        figure(name, () -> catalog.count(new ArticleFilter(name.replace(".*", ""), null, null, null))))
                .toList();
    }

    List<Figure> events() {
        Map<EventType, Long> counts = new LinkedHashMap<>();
        try {
            counts.putAll(events.counts());
        } catch (StoreUnavailable e) {
            return List.of();
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Figure(entry.getKey().label(), Show.grouped(entry.getValue())))
                .toList();
    }

    List<Store> stores() {
        return List.of(
                new Store(
                        "PostgreSQL",
                        answers(catalog::revision),
                        true,
                        "keeps everything; without it nothing is recorded, and lists come from memory"),
                new Store(
                        "Redis",
                        answers(() -> redis.execute("PING")),
                        false,
                        "keeps current feature values; without it lists are ordered with fewer of them"));
    }

    private static Figure figure(String name, Supplier<Long> value) {
        try {
            return new Figure(name, Show.grouped(value.get()));
        } catch (StoreUnavailable e) {
            return new Figure(name, "not known");
        }
    }

    // whatever goes wrong while asking is the answer: it does not answer
    private static boolean answers(Supplier<?> question) {
        try {
            question.get();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
