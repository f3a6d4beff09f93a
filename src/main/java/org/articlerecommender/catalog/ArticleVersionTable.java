package org.articlerecommender.catalog;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads {@code catalog.article_version}; {@link ArticleStoreTable} writes it together with the article. */
@Singleton
class ArticleVersionTable {

    private static final String OF_ARTICLE = """
            select version, title, comment, updated from catalog.article_version where article = ? order by version desc
            """;

    private final DataSource dataSource;

    ArticleVersionTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<ArticleVersion> of(ArticleId id) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(OF_ARTICLE)) {
            query.setString(1, id.value());
            try (var rows = query.executeQuery()) {
                var versions = new ArrayList<ArticleVersion>();
                while (rows.next()) {
                    versions.add(new ArticleVersion(
                            rows.getInt("version"),
                            rows.getString("title"),
                            rows.getString("comment"),
                            rows.getObject("updated", OffsetDateTime.class).toInstant()));
                }
                return versions;
            }
        }
    }
}
