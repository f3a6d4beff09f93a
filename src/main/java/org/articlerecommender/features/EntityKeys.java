package org.articlerecommender.features;

import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;

/**
 * By what somebody asks for features. Each part may be null; a feature of an entity that needs it is missing then.
 *
 * @param category the primary category of the article, unless it is given
 */
public record EntityKeys(ReaderId reader, ArticleId article, String category, String author) {

    /** A reader, an article or both. */
    public static EntityKeys of(ReaderId reader, ArticleId article) {
        return new EntityKeys(reader, article, null, null);
    }

    /** The key under which values of the entity are kept; null when a part of it is lacking. */
    String of(Entity entity) {
        return switch (entity) {
            case READER -> text(reader);
            case ARTICLE -> text(article);
            case READER_ARTICLE -> PackedKey.of(text(reader), text(article));
            case READER_CATEGORY -> PackedKey.of(text(reader), category);
            case READER_AUTHOR -> PackedKey.of(text(reader), author);
        };
    }

    /** With the category of the article where none is given. */
    EntityKeys about(ArticleFacts facts) {
        return category != null || facts == null
                ? this
                : new EntityKeys(reader, article, facts.primaryCategory(), author);
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
    }
}
