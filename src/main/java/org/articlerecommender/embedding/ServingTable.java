package org.articlerecommender.embedding;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The one row of {@code embedding.serving}. */
@Singleton
class ServingTable {

    /**
     * The model whose vectors are served.
     *
     * @param directory where its files were; empty for the one that ships
     * @param tokens where it cut texts
     */
    record Serving(String model, Optional<Path> directory, int tokens) {}

    private final DataSource dataSource;

    ServingTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<Serving> read() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select model, directory, max_tokens from embedding.serving");
                var rows = query.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Serving(
                            rows.getString(1),
                            Optional.ofNullable(rows.getString(2)).map(Path::of),
                            rows.getInt(3)))
                    : Optional.empty();
        }
    }

    void write(Serving serving) throws SQLException {
        var sql = """
                insert into embedding.serving (model, directory, max_tokens) values (?, ?, ?)
                on conflict (only_one) do update
                set model = excluded.model, directory = excluded.directory,
                    max_tokens = excluded.max_tokens, since = now()
                """;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, serving.model());
            statement.setString(2, serving.directory().map(Path::toString).orElse(null));
            statement.setInt(3, serving.tokens());
            statement.executeUpdate();
        }
    }
}
