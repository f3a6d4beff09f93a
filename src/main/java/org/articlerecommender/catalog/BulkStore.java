package org.articlerecommender.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;
import org.postgresql.PGConnection;

/**
 * Stores articles by the ten thousand.
 *
 * <p>The same rules decide as in {@link Catalog}. The words by which they are found follow later, by
 * {@link #fillWords}, and the versions before the newest are kept only of articles that were known.
 */
@ApplicationScoped
public class BulkStore {

    /** What else is to be written, all or nothing together with the articles. */
    @FunctionalInterface
    public interface Together {
        void write(Connection connection, int changed) throws SQLException;
    }

    private static final String COPY = """
            copy catalog.incoming (line, id, version, title, abstract, authors, categories, primary_category, published,
                    updated, announced, comment, journal_ref, doi, withdrawn) from stdin
            """;

    private static final String KEEP_KNOWN = """
            insert into catalog.article_version (article, version, title, abstract, comment, updated, told_by, seen_at)
            select known.id, known.version, known.title, known.abstract, known.comment, known.updated, known.told_by,
                   known.told_at
            from catalog.article known
            where known.id in (select id from catalog.incoming where version > known.version)
            on conflict do nothing
            """;

    private static final String UPSERT = """
            insert into catalog.article as known (id, version, title, abstract, authors, categories, primary_category,
                    published, updated, announced, comment, journal_ref, doi, withdrawn, told_by, day_by, day_weight,
                    confirmed)
            select distinct on (id) id, version, title, abstract, authors, categories, primary_category, published,
                    updated, announced, comment, journal_ref, doi, withdrawn, ?, ?, ?::smallint, ?
            from catalog.incoming order by id, version desc, line desc
            """ + ArticleStoreTable.ON_CONFLICT;

    private static final String FILL = """
            update catalog.article set words = catalog.words_of(title, abstract)
            where id in (select id from catalog.article where words is null order by announced desc limit ?)
            """;

    private final DataSource dataSource;
    private final Catalog catalog;

    BulkStore(DataSource dataSource, Catalog catalog) {
        this.dataSource = dataSource;
        this.catalog = catalog;
    }

    /**
     * Stores all of the articles and what belongs to them or, on an error, nothing.
     *
     * @throws StoreUnavailable if PostgreSQL does not take them
     */
    public void save(List<Article> articles, Told told, Together together) {
        int changed = 0;
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                changed = write(connection, articles, told);
                together.write(connection, changed);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | IOException e) {
            throw new StoreUnavailable("storing %d articles".formatted(articles.size()), e);
        }
        if (changed > 0) {
            catalog.changed();
        }
    }

    /**
     * Makes the newest articles that lack them findable by their words, at most so many.
     *
     * @return how many there were
     */
    public int fillWords(int most) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FILL)) {
            statement.setInt(1, most);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailable("filling the words of articles", e);
        }
    }

    /** Whether there are articles that cannot be found by their words yet. */
    public boolean lacksWords() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select exists (select 1 from catalog.article where words is null)");
                var rows = query.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw new StoreUnavailable("looking for articles without their words", e);
        }
    }

    private static int write(Connection connection, List<Article> articles, Told told)
            throws SQLException, IOException {
        if (articles.isEmpty()) {
            return 0;
        }
        try (var statement = connection.createStatement()) {
            // what is copied can be copied again, so it need not be on disk before the next; and an earlier writer
            // that is still at it would see our rows
            statement.execute("set local synchronous_commit = off");
            statement.execute("set local catalog.bulk = 'on'");
            statement.execute("truncate catalog.incoming");
        }
        var text = new CopyText(articles.size() * 2048);
        for (int i = 0; i < articles.size(); i++) {
            text.row(i, articles.get(i));
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        try (var known = connection.createStatement();
                var upsert = connection.prepareStatement(UPSERT)) {
            known.executeUpdate(KEEP_KNOWN);
            upsert.setString(1, told.by().label());
            upsert.setString(2, told.by().label());
            upsert.setInt(3, told.day().ordinal());
            upsert.setBoolean(4, told.confirmed());
            int changed = upsert.executeUpdate();
            known.execute("truncate catalog.incoming");
            return changed;
        }
    }
}
