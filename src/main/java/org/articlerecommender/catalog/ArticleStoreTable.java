package org.articlerecommender.catalog;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Writes the rows of {@code catalog.article} and {@code catalog.article_version}. */
@Singleton
class ArticleStoreTable {

    private static final String DAY = """
            case when excluded.day_weight > known.day_weight then excluded.announced
                 when excluded.day_weight < known.day_weight then known.announced
                 else least(known.announced, excluded.announced) end""";

    /** What an article does to the one that is known by its id, wherever it comes from. */
    static final String ON_CONFLICT = """
            on conflict (id) do update
            set version = excluded.version, title = excluded.title, abstract = excluded.abstract,
                authors = excluded.authors, categories = excluded.categories,
                primary_category = excluded.primary_category, published = excluded.published,
                updated = excluded.updated, announced = %1$s,
                comment = excluded.comment, journal_ref = excluded.journal_ref, doi = excluded.doi,
                withdrawn = excluded.withdrawn, sample = excluded.sample, changed_at = clock_timestamp(),
                told_by = excluded.told_by, told_at = clock_timestamp(),
                day_by = case when excluded.day_weight > known.day_weight then excluded.day_by else known.day_by end,
                day_weight = greatest(known.day_weight, excluded.day_weight),
                confirmed = excluded.confirmed or known.confirmed and known.version = excluded.version
            where (excluded.version > known.version or excluded.version = known.version
                   and (excluded.updated >= known.updated or excluded.confirmed and not known.confirmed))
              and (known.version, known.title, known.abstract, known.authors, known.categories, known.primary_category,
                   known.published, known.updated, known.comment, known.journal_ref, known.doi, known.withdrawn,
                   known.announced, known.confirmed)
                  is distinct from
                  (excluded.version, excluded.title, excluded.abstract, excluded.authors, excluded.categories,
                   excluded.primary_category, excluded.published, excluded.updated, excluded.comment,
                   excluded.journal_ref, excluded.doi, excluded.withdrawn, %1$s,
                   excluded.confirmed or known.confirmed and known.version = excluded.version)
            """.formatted(DAY);

    // An answer that describes an older version than we have (a stale mirror, a repeated page) changes nothing; one
    // that
    // is exact replaces stand-ins of the same version. The announcement day stays that of the first announcement,
    // however often the paper is replaced, until somebody knows it better.
    private static final String UPSERT = """
            insert into catalog.article as known (id, version, title, abstract, authors, categories, primary_category,
                    published, updated, announced, comment, journal_ref, doi, withdrawn, sample, told_by, day_by,
                    day_weight, confirmed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """ + ON_CONFLICT;

    private static final String KEEP_VERSION = """
            insert into catalog.article_version (article, version, title, abstract, comment, updated, told_by)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    // What came by the ten thousand is known without its version being kept apart
    private static final String KEEP_KNOWN = """
            insert into catalog.article_version (article, version, title, abstract, comment, updated, told_by, seen_at)
            select id, version, title, abstract, comment, updated, told_by, told_at from catalog.article where id = any (?)
            on conflict do nothing
            """;

    private final DataSource dataSource;

    ArticleStoreTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes the articles in one transaction, and answers how many rows are new or changed. */
    int save(Collection<Article> articles, Told told) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                keepKnown(connection, articles);
                int changed = upsert(connection, articles, told);
                keepVersions(connection, articles, told);
                connection.commit();
                return changed;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static int upsert(Connection connection, Collection<Article> articles, Told told) throws SQLException {
        try (var batch = connection.prepareStatement(UPSERT)) {
            for (var article : articles) {
                batch.setString(1, article.id().value());
                batch.setInt(2, article.version());
                batch.setString(3, article.title());
                batch.setString(4, article.summary());
                batch.setArray(5, texts(connection, article.authors()));
                batch.setArray(6, texts(connection, article.categories()));
                batch.setString(7, article.primaryCategory());
                batch.setObject(8, article.published().atOffset(ZoneOffset.UTC));
                batch.setObject(9, article.updated().atOffset(ZoneOffset.UTC));
                batch.setObject(10, article.announced());
                batch.setString(11, article.comment());
                batch.setString(12, article.journalRef());
                batch.setString(13, article.doi());
                batch.setBoolean(14, article.withdrawn());
                batch.setBoolean(15, article.sample());
                batch.setString(16, told.by().label());
                batch.setString(17, told.by().label());
                batch.setInt(18, told.day().ordinal());
                batch.setBoolean(19, told.confirmed());
                batch.addBatch();
            }
            int changed = 0;
            for (int rows : batch.executeBatch()) {
                changed += Math.max(0, rows);
            }
            return changed;
        }
    }

    private static void keepKnown(Connection connection, Collection<Article> articles) throws SQLException {
        try (var statement = connection.prepareStatement(KEEP_KNOWN)) {
            statement.setArray(
                    1,
                    texts(
                            connection,
                            articles.stream()
                                    .map(article -> article.id().value())
                                    .toList()));
            statement.executeUpdate();
        }
    }

    private static void keepVersions(Connection connection, Collection<Article> articles, Told told)
            throws SQLException {
        try (var batch = connection.prepareStatement(KEEP_VERSION)) {
            for (var article : articles) {
                batch.setString(1, article.id().value());
                batch.setInt(2, article.version());
                batch.setString(3, article.title());
                batch.setString(4, article.summary());
                batch.setString(5, article.comment());
                batch.setObject(6, article.updated().atOffset(ZoneOffset.UTC));
                batch.setString(7, told.by().label());
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
