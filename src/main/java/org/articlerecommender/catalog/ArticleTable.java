package org.articlerecommender.catalog;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Reads the rows of {@code catalog.article}; {@link ArticleStoreTable} writes them. */
@Singleton
class ArticleTable {

    private static final String COLUMNS = """
            select id, version, title, abstract, authors, categories, primary_category, published, updated, announced,
                   comment, journal_ref, doi, withdrawn, sample
            from catalog.article
            """;

    private static final String MATCHES = """
            where (?::text is null or exists (select 1 from unnest(categories) c where c = ? or c like ? || '.%'))
              and (?::date is null or announced >= ?)
              and (?::date is null or announced <= ?)
              and (?::text is null or words @@ websearch_to_tsquery('english', ?))
            """;

    private final DataSource dataSource;

    ArticleTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<Article> find(Collection<ArticleId> ids) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(COLUMNS + "where id = any (?)")) {
            query.setArray(
                    1, texts(connection, ids.stream().map(ArticleId::value).toList()));
            return articles(query);
        }
    }

    /** The next rows after the given place in the order newest announcement first, then by id. */
    List<Article> page(ArticleFilter filter, LocalDate afterDay, String afterId, int limit) throws SQLException {
        var sql = COLUMNS + MATCHES
                + "and (?::date is null or announced < ? or (announced = ? and id > ?)) order by announced desc, id limit ?";
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            int at = bind(query, filter);
            query.setObject(at++, afterDay);
            query.setObject(at++, afterDay);
            query.setObject(at++, afterDay);
            query.setString(at++, afterId);
            query.setInt(at, limit);
            return articles(query);
        }
    }

    long count(ArticleFilter filter) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select count(*) from catalog.article " + MATCHES)) {
            bind(query, filter);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    int removeSamples() throws SQLException {
        return update("delete from catalog.article where sample");
    }

    void moveRevision() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select nextval('catalog.revision')")) {
            query.executeQuery();
        }
    }

    long revision() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select last_value from catalog.revision");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private int update(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    private static int bind(PreparedStatement query, ArticleFilter filter) throws SQLException {
        int at = 1;
        for (int i = 0; i < 3; i++) {
            query.setString(at++, filter.category());
        }
        query.setObject(at++, filter.from());
        query.setObject(at++, filter.from());
        query.setObject(at++, filter.to());
        query.setObject(at++, filter.to());
        query.setString(at++, filter.words());
        query.setString(at++, filter.words());
        return at;
    }

    private static List<Article> articles(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            var found = new ArrayList<Article>();
            while (rows.next()) {
                found.add(article(rows));
            }
            return found;
        }
    }

    private static Article article(ResultSet row) throws SQLException {
        return new Article(
                new ArticleId(row.getString("id")),
                row.getInt("version"),
                row.getString("title"),
                row.getString("abstract"),
                strings(row.getArray("authors")),
                strings(row.getArray("categories")),
                row.getString("primary_category"),
                row.getObject("published", OffsetDateTime.class).toInstant(),
                row.getObject("updated", OffsetDateTime.class).toInstant(),
                row.getObject("announced", LocalDate.class),
                row.getString("comment"),
                row.getString("journal_ref"),
                row.getString("doi"),
                row.getBoolean("withdrawn"),
                row.getBoolean("sample"));
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
