package org.articlerecommender.embedding;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;

/** Reads which article has which vector, from {@code embedding.article_vector}, and which lost theirs. */
@Singleton
class LinkTable {

    /** What is known of an article's vector without reading it. */
    record Link(ArticleId article, TextHash text, LocalDate announced, String categories) {}

    private static final int AT_ONCE = 1000;

    private static final String LINKS = """
            select v.article, v.text_hash, a.announced, array_to_string(a.categories, ' ')
            from embedding.article_vector v
            join catalog.article a on a.id = v.article
            where v.model = ?
            """;

    private final DataSource dataSource;

    LinkTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes a part of the links. */
    @FunctionalInterface
    interface LinkTaker {
        void take(List<Link> links) throws SQLException, IOException;
    }

    /** The links of all articles, newest announcement first, in parts. */
    void links(String model, LinkTaker taker) throws SQLException, IOException {
        try (var connection = dataSource.getConnection()) {
            // only inside a transaction does the driver fetch in parts; three million links are half a gigabyte
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement(LINKS + "order by a.announced desc")) {
                query.setFetchSize(AT_ONCE);
                query.setString(1, model);
                take(query, taker);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** The links of articles whose vector or announcement may have changed since. */
    void links(String model, OffsetDateTime since, LinkTaker taker) throws SQLException, IOException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        LINKS + "and v.changed_at > ? union " + LINKS + "and a.changed_at > ?")) {
            query.setString(1, model);
            query.setObject(2, since);
            query.setString(3, model);
            query.setObject(4, since);
            take(query, taker);
        }
    }

    /** The articles that lost their vector since and have none now; known for a day. */
    List<ArticleId> removed(String model, OffsetDateTime since) throws SQLException {
        var sql = """
                select r.article from embedding.removed r
                where r.model = ? and r.at > ? and not exists
                    (select from embedding.article_vector v where v.article = r.article and v.model = r.model)
                """;
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, model);
            query.setObject(2, since);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<ArticleId>();
                while (rows.next()) {
                    found.add(new ArticleId(rows.getString(1)));
                }
                return found;
            }
        }
    }

    /** The store's own clock, by which it dates its rows. */
    OffsetDateTime now() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select clock_timestamp()");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class);
        }
    }

    private static void take(PreparedStatement query, LinkTaker taker) throws SQLException, IOException {
        try (var rows = query.executeQuery()) {
            var part = new ArrayList<Link>();
            while (rows.next()) {
                part.add(new Link(
                        new ArticleId(rows.getString(1)),
                        new TextHash(rows.getBytes(2)),
                        rows.getObject(3, LocalDate.class),
                        rows.getString(4)));
                if (part.size() == AT_ONCE) {
                    taker.take(part);
                    part = new ArrayList<>();
                }
            }
            if (!part.isEmpty()) {
                taker.take(part);
            }
        }
    }
}
