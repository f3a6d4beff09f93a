package org.articlerecommender.ranking;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.TextVectors;

/** Finds or makes the vectors of what programs name. */
@Singleton
class Documents {

    private final Catalog catalog;
    private final ArticleVectors vectors;
    private final TextVectors texts;

    Documents(Catalog catalog, ArticleVectors vectors, TextVectors texts) {
        this.catalog = catalog;
        this.vectors = vectors;
        this.texts = texts;
    }

    /**
     * The vector of each document by its key: that of the article in the catalog, or else one made of the text given.
     * Documents that are neither known nor have a text are absent.
     */
    Map<String, float[]> vectors(List<Document> documents) {
        var ids = new HashMap<String, ArticleId>();
        documents.forEach(one -> ArticleId.parse(one.id()).ifPresent(id -> ids.put(one.key(), id)));
        var stored = vectors.of(ids.values());
        var found = new HashMap<String, float[]>();
        ids.forEach((key, id) -> {
            if (stored.containsKey(id)) {
                found.put(key, stored.get(id));
            }
        });
        var lacking = new HashMap<String, String>();
        var bare = new ArrayList<ArticleId>();
        for (var document : documents) {
            if (!found.containsKey(document.key())) {
                if (document.hasText()) {
                    lacking.put(document.key(), document.text());
                }
                if (ids.containsKey(document.key()) && document.summary() == null) {
                    bare.add(ids.get(document.key()));
                }
            }
        }
        // in the catalog and not embedded yet: its own text says more than a title
        catalog.find(bare).values().forEach(article -> lacking.put(article.id().value(), article.text()));
        var keys = List.copyOf(lacking.keySet());
        var made = keys.isEmpty()
                ? List.<float[]>of()
                : texts.of(keys.stream().map(lacking::get).toList());
        for (int i = 0; i < keys.size(); i++) {
            found.put(keys.get(i), made.get(i));
        }
        return found;
    }

    /**
     * The text of each document by its key: the one given, when it has an abstract; or else that of the article in the
     * catalog, or the title given.
     */
    Map<String, String> texts(List<Document> documents) {
        var texts = new HashMap<String, String>();
        var bare = new HashMap<ArticleId, String>();
        for (var document : documents) {
            if (document.hasText()) {
                texts.put(document.key(), document.text());
            }
            if (document.summary() == null) {
                ArticleId.parse(document.id()).ifPresent(id -> bare.put(id, document.key()));
            }
        }
        catalog.find(bare.keySet()).values().forEach(article -> texts.put(bare.get(article.id()), article.text()));
        return texts;
    }
}
