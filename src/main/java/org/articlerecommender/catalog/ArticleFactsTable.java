package org.articlerecommender.catalog;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads {@code catalog.article} without its abstracts. */
@Singleton
class ArticleFactsTable {

    private static final String FIND = """
            select id, title, authors, categories, primary_category, announced from catalog.article where id = any (?)
            """;

    private final DataSource dataSource;

    ArticleFactsTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<ArticleFacts> find(Collection<ArticleId> ids) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(FIND)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", ids.stream().map(ArticleId::value).toArray()));
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<ArticleFacts>();
                while (rows.next()) {
                    found.add(new ArticleFacts(
                            new ArticleId(rows.getString("id")),
                            rows.getString("title"),
                            List.of((String[]) rows.getArray("authors").getArray()),
                            List.of((String[]) rows.getArray("categories").getArray()),
                            rows.getString("primary_category"),
                            rows.getObject("announced", LocalDate.class)));
                }
                return found;
            }
        }
    }

    Set<ArticleId> changedSince(Instant moment) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select id from catalog.article where changed_at >= ?")) {
            query.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var changed = new HashSet<ArticleId>();
                while (rows.next()) {
                    changed.add(new ArticleId(rows.getString(1)));
                }
                return changed;
            }
        }
    }

    Map<ArticleId, Instant> changes(Instant since) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select id, changed_at from catalog.article where changed_at >= ?")) {
            query.setObject(1, since.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var changes = new HashMap<ArticleId, Instant>();
                while (rows.next()) {
                    changes.put(
                            new ArticleId(rows.getString(1)),
                            rows.getObject(2, OffsetDateTime.class).toInstant());
                }
                return changes;
            }
        }
    }

    String identity() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select id from catalog.identity");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
