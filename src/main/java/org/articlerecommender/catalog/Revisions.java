package org.articlerecommender.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;

/** How articles have changed since somebody last looked at them. */
@ApplicationScoped
public class Revisions {

    /** An article as it is now, and what it said in an earlier version. */
    public record Revision(Article now, int before, String titleBefore, String summaryBefore) {}

    private static final String SINCE = """
            select distinct on (a.id) a.id, v.version, v.title, v.abstract
            from unnest(?::text[], ?::text[]) looked(id, at)
            join catalog.article a on a.id = looked.id
            join catalog.article_version v on v.article = a.id and v.version < a.version and v.seen_at <= looked.at::timestamptz
            order by a.id, v.version desc
            """;

    private final DataSource dataSource;
    private final Catalog catalog;

    Revisions(DataSource dataSource, Catalog catalog) {
        this.dataSource = dataSource;
        this.catalog = catalog;
    }

    /** Those of the articles that have a newer version than they had at the moment given with each. */
    public List<Revision> since(Map<ArticleId, Instant> looked) {
        if (looked.isEmpty()) {
            return List.of();
        }
        var ids = List.copyOf(looked.keySet());
        var before = new HashMap<ArticleId, ArticleVersionText>();
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(SINCE)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", ids.stream().map(ArticleId::value).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            ids.stream()
                                    .map(id -> looked.get(id)
                                            .atOffset(ZoneOffset.UTC)
                                            .toString())
                                    .toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    before.put(
                            new ArticleId(rows.getString("id")),
                            new ArticleVersionText(
                                    rows.getInt("version"), rows.getString("title"), rows.getString("abstract")));
                }
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading how articles have changed", e);
        }
        var revisions = new ArrayList<Revision>();
        catalog.find(before.keySet()).forEach((id, article) -> {
            var text = before.get(id);
            revisions.add(new Revision(article, text.version, text.title, text.summary));
        });
        return revisions;
    }

    private record ArticleVersionText(int version, String title, String summary) {}
}
