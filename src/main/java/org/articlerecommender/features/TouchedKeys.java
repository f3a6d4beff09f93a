package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;

/** Whose features an event changes: the one place that says which entities something a reader did belongs to. */
@Singleton
class TouchedKeys {

    // a paper of a large collaboration has thousands of authors
    private static final int AUTHORS = 30;

    private final FeatureDefinitions definitions;
    private final ArticleSides articles;

    TouchedKeys(FeatureDefinitions definitions, ArticleSides articles) {
        this.definitions = definitions;
        this.articles = articles;
    }

    /**
     * The keys of an entity that what a reader did to an article counts for.
     *
     * @param article null when it was done to none
     * @param facts null when the catalog does not know the article
     */
    static List<String> of(Entity entity, String reader, ArticleId article, ArticleFacts facts) {
        return switch (entity) {
            case READER -> List.of(reader);
            case ARTICLE -> article == null ? List.of() : List.of(article.value());
            case READER_ARTICLE -> article == null ? List.of() : List.of(PackedKey.of(reader, article.value()));
            case READER_CATEGORY ->
                facts == null || facts.primaryCategory() == null
                        ? List.of()
                        : List.of(PackedKey.of(reader, facts.primaryCategory()));
            case READER_AUTHOR ->
                facts == null
                        ? List.of()
                        : facts.authors().stream()
                                .distinct()
                                .limit(AUTHORS)
                                .map(author -> PackedKey.of(reader, author))
                                .toList();
        };
    }

    /** Whether {@link #of} needs the facts of articles. */
    static boolean byFacts(Entity entity) {
        return entity == Entity.READER_CATEGORY || entity == Entity.READER_AUTHOR;
    }

    /** The keys of every entity that has computed features and that any of the events changes. */
    Map<Entity, Set<String>> of(Collection<Event> events) {
        var entities = definitions.views().stream()
                .filter(FeatureView::computed)
                .map(FeatureView::entity)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Entity.class)));
        var facts =
                entities.stream().anyMatch(TouchedKeys::byFacts) ? facts(events) : Map.<ArticleId, ArticleFacts>of();
        var keys = new EnumMap<Entity, Set<String>>(Entity.class);
        for (var entity : entities) {
            var ofEntity = new HashSet<String>();
            for (var event : events) {
                var about = event.article() == null ? null : facts.get(event.article());
                ofEntity.addAll(of(entity, event.reader().value(), event.article(), about));
            }
            keys.put(entity, ofEntity);
        }
        return keys;
    }

    private Map<ArticleId, ArticleFacts> facts(Collection<Event> events) {
        return articles.facts(
                events.stream().map(Event::article).filter(Objects::nonNull).collect(Collectors.toSet()));
    }
}
