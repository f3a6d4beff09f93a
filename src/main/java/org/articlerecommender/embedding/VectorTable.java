package org.articlerecommender.embedding;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;

/** The rows of {@code embedding.vector} and {@code embedding.article_vector}. */
@Singleton
class VectorTable {

    /** An article that has no vector of what it says now. */
    record Lacking(ArticleId article, String text, LocalDate announced, OffsetDateTime changed, String categories) {}

    private static final String LACKS = """
            from catalog.article a
            left join embedding.article_vector v on v.article = a.id and v.model = ?
            where v.of_change is distinct from a.changed_at
            """;

    // The row lock lets an article that is being removed at this moment drop out instead of failing the batch
    private static final String LINK = """
            insert into embedding.article_vector as known (article, model, text_hash, of_change, changed_at)
            select a.id, ?, ?, ?, clock_timestamp() from catalog.article a where a.id = ? for key share
            on conflict (article, model) do update
            set text_hash = excluded.text_hash, of_change = excluded.of_change, changed_at = excluded.changed_at
            """;

    private final DataSource dataSource;

    VectorTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Articles without a vector of their present text, newest announcement first. */
    List<Lacking> lacking(String model, int limit) throws SQLException {
        return lacking(model, "order by a.announced desc, a.id limit " + limit, List.of());
    }

    /** Those of the articles that have no vector of their present text. */
    List<Lacking> lacking(String model, Collection<ArticleId> articles) throws SQLException {
        return lacking(model, "and a.id = any (?)", articles);
    }

    private List<Lacking> lacking(String model, String which, Collection<ArticleId> articles) throws SQLException {
        var sql = "select a.id, a.title, a.abstract, a.announced, a.changed_at, array_to_string(a.categories, ' ') "
                + LACKS + which;
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, model);
            if (!articles.isEmpty()) {
                query.setArray(2, ids(connection, articles));
            }
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Lacking>();
                while (rows.next()) {
                    found.add(new Lacking(
                            new ArticleId(rows.getString(1)),
                            rows.getString(2) + "\n" + rows.getString(3),
                            rows.getObject(4, LocalDate.class),
                            rows.getObject(5, OffsetDateTime.class),
                            rows.getString(6)));
                }
                return found;
            }
        }
    }

    long countLacking(String model) throws SQLException {
        return count("select count(*) " + LACKS, model, 0);
    }

    /** How many articles of the last days up to the newest announcement have no vector at all. */
    long countUncovered(String model, int days) throws SQLException {
        var recent = "and v.article is null and a.announced > (select max(announced) from catalog.article) - ?";
        return count("select count(*) " + LACKS + recent, model, days);
    }

    private long count(String sql, String model, int days) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, model);
            if (days > 0) {
                query.setInt(2, days);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The vectors of those texts that have one. */
    Map<TextHash, float[]> vectors(String model, Collection<TextHash> texts) throws SQLException {
        var sql = "select text_hash, vector from embedding.vector where model = ? and text_hash = any (?)";
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, model);
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea", texts.stream().map(TextHash::bytes).toArray(byte[][]::new)));
            try (var rows = query.executeQuery()) {
                var found = new HashMap<TextHash, float[]>();
                while (rows.next()) {
                    found.put(new TextHash(rows.getBytes(1)), floats(rows.getBytes(2)));
                }
                return found;
            }
        }
    }

    /** Keeps new vectors and says which text stands for which article, all or nothing. */
    void save(String model, Map<TextHash, float[]> vectors, Collection<Lacking> articles) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                keep(connection, model, vectors);
                link(connection, model, articles);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void keep(Connection connection, String model, Map<TextHash, float[]> vectors) throws SQLException {
        var sql = "insert into embedding.vector (model, text_hash, vector) values (?, ?, ?) on conflict do nothing";
        try (var batch = connection.prepareStatement(sql)) {
            for (var hash : vectors.keySet().stream().sorted().toList()) {
                batch.setString(1, model);
                batch.setBytes(2, hash.bytes());
                batch.setBytes(3, bytes(vectors.get(hash)));
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    // In one order, so that two writers of the same articles wait for each other instead of deadlocking
    private static void link(Connection connection, String model, Collection<Lacking> articles) throws SQLException {
        try (var batch = connection.prepareStatement(LINK)) {
            for (var article : articles.stream()
                    .sorted((a, b) -> a.article().compareTo(b.article()))
                    .toList()) {
                batch.setString(1, model);
                batch.setBytes(2, TextHash.of(article.text()).bytes());
                batch.setObject(3, article.changed());
                batch.setString(4, article.article().value());
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    private static Array ids(Connection connection, Collection<ArticleId> ids) throws SQLException {
        return connection.createArrayOf(
                "text", ids.stream().map(ArticleId::value).toArray());
    }

    private static byte[] bytes(float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
