package org.articlerecommender.ranking;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.TextVectors;
import org.articlerecommender.interest.BareTitles;
import org.articlerecommender.interest.Content;
import org.articlerecommender.interest.Contents;

/** Finds or makes what is compared of the documents that programs name. */
@Singleton
class Documents {

    private record Text(String title, String summary) {

        String whole() {
            return Document.text(title, summary);
        }
    }

    private final Catalog catalog;
    private final Contents contents;
    private final TextVectors texts;
    private final BareTitles titles;

    Documents(Catalog catalog, Contents contents, TextVectors texts, BareTitles titles) {
        this.catalog = catalog;
        this.contents = contents;
        this.texts = texts;
        this.titles = titles;
    }

    /**
     * The content of each document by its key: that of the article in the catalog, or else one made of the text given.
     * Documents that are neither known nor have a text are absent.
     */
    Map<String, Content> contents(List<Document> documents) {
        var ids = new HashMap<String, ArticleId>();
        documents.forEach(one -> ArticleId.parse(one.id()).ifPresent(id -> ids.put(one.key(), id)));
        var stored = contents.of(ids.values());
        var found = new HashMap<String, Content>();
        ids.forEach((key, id) -> {
            if (stored.containsKey(id)) {
                found.put(key, stored.get(id));
            }
        });
        make(lacking(documents, ids, found), found);
        return found;
    }

    /** Like {@link #contents}, with bare titles placed among whole articles as those announced before the day tell. */
    Map<String, Content> contentsBefore(LocalDate day, List<Document> documents) {
        return titles.placed(contents(documents), day);
    }

    private Map<String, Text> lacking(
            List<Document> documents, Map<String, ArticleId> ids, Map<String, Content> found) {
        var lacking = new LinkedHashMap<String, Text>();
        var bare = new ArrayList<ArticleId>();
        for (var document : documents) {
            if (!found.containsKey(document.key())) {
                if (document.hasText()) {
                    lacking.put(document.key(), new Text(document.title(), document.summary()));
                }
                if (ids.containsKey(document.key()) && document.summary() == null) {
                    bare.add(ids.get(document.key()));
                }
            }
        }
        // in the catalog and not embedded yet: its own text says more than a title
        catalog.find(bare)
                .values()
                .forEach(article -> lacking.put(article.id().value(), new Text(article.title(), article.summary())));
        return lacking;
    }

    private void make(Map<String, Text> lacking, Map<String, Content> found) {
        if (lacking.isEmpty()) {
            return;
        }
        var vectors = texts.of(lacking.values().stream().map(Text::whole).toList());
        int at = 0;
        for (var one : lacking.entrySet()) {
            var text = one.getValue();
            found.put(one.getKey(), Content.of(vectors.get(at++), text.title(), text.summary()));
        }
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
