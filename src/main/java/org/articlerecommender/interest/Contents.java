package org.articlerecommender.interest;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.ArticleMemory;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.PlaceMemory;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * Articles of the catalog as they are compared with others. Their words are read once and kept, at about 2 KB an
 * article with its vector, and follow the catalog within seconds.
 */
@ApplicationScoped
public class Contents {

    private static final int MOST = 20_000;
    private static final int AT_ONCE = 5_000;

    private final Catalog catalog;
    private final ArticleVectors vectors;
    private final ArticleMemory<Content> memory;
    private final PlaceMemory<Content> byPlace = new PlaceMemory<>();

    Contents(Catalog catalog, ArticleVectors vectors, Clock clock) {
        this.catalog = catalog;
        this.vectors = vectors;
        this.memory = new ArticleMemory<>(catalog, clock);
    }

    /**
     * Those of the articles that have a vector. Without PostgreSQL, one whose words were not read before has none.
     */
    public Map<ArticleId, Content> of(Collection<ArticleId> articles) {
        return of(vectors.of(articles));
    }

    /** Like {@link #of(Collection)}, in the order given; null for an article that has no vector. */
    public List<Content> inOrder(List<ArticleId> articles) {
        var current = vectors.inOrder(articles);
        follow();
        var here = byPlace.of(articles, memory.revision());
        var contents = new Content[articles.size()];
        var missing = new LinkedHashMap<ArticleId, float[]>();
        for (int i = 0; i < contents.length; i++) {
            var there = here.get(i);
            if (there != null && there.vector() == current.get(i)) {
                contents[i] = there;
            } else if (current.get(i) != null) {
                missing.put(articles.get(i), current.get(i));
            }
        }
        var read = missing.isEmpty() ? Map.<ArticleId, Content>of() : of(missing);
        for (int i = 0; i < contents.length; i++) {
            if (contents[i] == null && current.get(i) != null) {
                contents[i] = read.get(articles.get(i));
                here.put(i, contents[i]);
            }
        }
        return Arrays.asList(contents);
    }

    private void follow() {
        try {
            memory.follow();
        } catch (StoreUnavailable e) {
            Log.debugf("Articles stay as they were read: %s", e.getMessage());
        }
    }

    /** The articles with these vectors, in the same order. */
    Map<ArticleId, Content> of(Map<ArticleId, float[]> found) {
        try {
            memory.follow();
            read(found);
        } catch (StoreUnavailable e) {
            Log.debugf("Articles are compared without their words: %s", e.getMessage());
        }
        var contents = new LinkedHashMap<ArticleId, Content>(found.size() * 2);
        found.forEach((id, vector) -> {
            var before = memory.known().get(id);
            var content = before == null ? Content.of(vector) : before.with(vector);
            if (before != null && before != content) {
                memory.known().replace(id, before, content);
            }
            contents.put(id, content);
        });
        return contents;
    }

    private void read(Map<ArticleId, float[]> found) {
        var known = memory.known();
        var missing =
                found.keySet().stream().filter(id -> !known.containsKey(id)).toList();
        if (known.size() + missing.size() > MOST) {
            known.clear();
            missing = List.copyOf(found.keySet());
        }
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            var part = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            var made = new HashMap<ArticleId, Content>();
            catalog.find(part)
                    .values()
                    .forEach(one -> made.put(
                            one.id(), Content.of(found.get(one.id()), one.title(), one.summary(), one.authors())));
            known.putAll(made);
        }
    }
}
