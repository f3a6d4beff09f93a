package org.articlerecommender.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * The articles we know, one per paper.
 *
 * <p>Storing is idempotent: the same article again changes nothing, an older version of a known one changes nothing,
 * a newer one replaces what the article says and keeps the version before.
 */
@ApplicationScoped
public class Catalog {

    private static final long REVISION_AGE_MS = 1000;

    private final ArticleTable table;
    private final ArticleStoreTable store;
    private final ArticleVersionTable versions;
    private final ArticleFactsTable facts;
    private volatile long revision = -1;
    private volatile long revisionReadAt;

    Catalog(ArticleTable table, ArticleStoreTable store, ArticleVersionTable versions, ArticleFactsTable facts) {
        this.table = table;
        this.store = store;
        this.versions = versions;
        this.facts = facts;
    }

    /**
     * Stores all of the articles or, on an error, none. The same paper several times in one call counts once, the
     * newest version wins.
     *
     * @return how many are new or changed
     */
    public int save(Collection<Article> articles) {
        return save(articles, Told.exactly(Source.UNKNOWN));
    }

    /** Like {@link #save(Collection)}, and keeps by whom what is new or changed was told. */
    public int save(Collection<Article> articles, Told told) {
        var once = new LinkedHashMap<ArticleId, Article>();
        articles.forEach(article ->
                once.merge(article.id(), article, (known, next) -> next.version() >= known.version() ? next : known));
        if (once.isEmpty()) {
            return 0;
        }
        // in one order, so that two writers of the same articles wait for each other instead of deadlocking
        var ordered = new ArrayList<>(once.values());
        ordered.sort(Comparator.comparing(Article::id));
        try {
            int changed = store.save(ordered, told);
            if (changed > 0) {
                moved();
            }
            return changed;
        } catch (SQLException e) {
            throw new StoreUnavailable("storing %d articles".formatted(ordered.size()), e);
        }
    }

    /** The article, if it is known. */
    public Optional<Article> find(ArticleId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Those of the articles that are known, in one round trip. */
    public Map<ArticleId, Article> find(Collection<ArticleId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try {
            var found = new HashMap<ArticleId, Article>();
            table.find(ids).forEach(article -> found.put(article.id(), article));
            return found;
        } catch (SQLException e) {
            throw new StoreUnavailable("reading %d articles".formatted(ids.size()), e);
        }
    }

    /** The facts of those of the articles that are known, in one round trip. */
    public Map<ArticleId, ArticleFacts> facts(Collection<ArticleId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try {
            var found = new HashMap<ArticleId, ArticleFacts>();
            facts.find(ids).forEach(one -> found.put(one.id(), one));
            return found;
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the facts of %d articles".formatted(ids.size()), e);
        }
    }

    /** The articles that are new or changed since the moment, by the store's clock. */
    public Set<ArticleId> changedSince(Instant moment) {
        try {
            return facts.changedSince(moment);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading what changed", e);
        }
    }

    /** The articles that are new or changed since the moment and when each was, by the store's clock. */
    public Map<ArticleId, Instant> changes(Instant since) {
        try {
            return facts.changes(since);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading what changed", e);
        }
    }

    /** Tells this catalog from every other, for caches that outlive a process. */
    public String identity() {
        try {
            return facts.identity();
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the identity of the catalog", e);
        }
    }

    /** The versions of an article that we have seen, the newest first; earlier ones may be missing. */
    public List<ArticleVersion> versions(ArticleId id) {
        try {
            return versions.of(id);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the versions of " + id, e);
        }
    }

    /**
     * A page of the articles that the filter lets through, newest announcement first, then by id.
     *
     * @param cursor the {@code next} of the page before, or null for the first
     * @throws IllegalArgumentException if the cursor is not one of ours
     */
    public ArticlePage page(ArticleFilter filter, String cursor, int limit) {
        var after = cursor == null ? null : Place.decode(cursor);
        try {
            var rows = table.page(filter, after == null ? null : after.day, after == null ? null : after.id, limit + 1);
            var items = rows.size() > limit ? rows.subList(0, limit) : rows;
            var last = items.isEmpty() ? null : items.get(items.size() - 1);
            var next =
                    rows.size() > limit ? new Place(last.announced(), last.id().value()).encode() : null;
            return new ArticlePage(table.count(filter), List.copyOf(items), next);
        } catch (SQLException e) {
            throw new StoreUnavailable("listing articles", e);
        }
    }

    /** The first articles that the filter lets through, newest announcement first, then by id. */
    public List<Article> newest(ArticleFilter filter, int most) {
        try {
            return table.page(filter, null, null, most);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the newest articles", e);
        }
    }

    /** How many articles the filter lets through. */
    public long count(ArticleFilter filter) {
        try {
            return table.count(filter);
        } catch (SQLException e) {
            throw new StoreUnavailable("counting articles", e);
        }
    }

    /** Forgets the invented articles that ship with the product; real ones have come. */
    public int removeSamples() {
        try {
            int removed = table.removeSamples();
            if (removed > 0) {
                moved();
            }
            return removed;
        } catch (SQLException e) {
            throw new StoreUnavailable("removing the sample articles", e);
        }
    }

    /**
     * A number that moves on after every change of the catalog, in this process or another; at most a second old. A
     * cache that was filled at the same revision is up to date.
     */
    public long revision() {
        long now = System.currentTimeMillis();
        if (revision < 0 || now - revisionReadAt > REVISION_AGE_MS) {
            try {
                revision = table.revision();
                revisionReadAt = now;
            } catch (SQLException e) {
                throw new StoreUnavailable("reading the revision", e);
            }
        }
        return revision;
    }

    /** Notes that something was changed otherwise than by this class. */
    void changed() {
        try {
            moved();
        } catch (SQLException e) {
            throw new StoreUnavailable("noting a change of the catalog", e);
        }
    }

    // After the commit: moved inside the transaction, another process could look before there is something to see
    private void moved() throws SQLException {
        table.moveRevision();
        revisionReadAt = 0;
    }

    private record Place(LocalDate day, String id) {

        String encode() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((day + " " + id).getBytes(StandardCharsets.UTF_8));
        }

        static Place decode(String cursor) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
                return new Place(LocalDate.parse(parts[0]), parts[1]);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("not a cursor of this list", e);
            }
        }
    }
}
