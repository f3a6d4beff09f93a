package org.articlerecommender.web;

import java.util.Optional;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;

/**
 * What the reader just did, for a page that was loaded anew after it.
 *
 * @param undo what the form sends to take it back, or null when it was itself a taking back
 */
public record Done(String sentence, Article article, String undo) {

    /** @param of the article that the address names; null without one, or when it makes no sense */
    static Done of(Catalog catalog, String done, String of) {
        return Opinion.parse(done)
                .flatMap(opinion -> Optional.ofNullable(of)
                        .flatMap(ArticleId::parse)
                        .flatMap(catalog::find)
                        .map(article -> new Done(opinion.sentence(), article, opinion.undo())))
                .orElse(null);
    }
}
