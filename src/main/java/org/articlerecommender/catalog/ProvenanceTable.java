package org.articlerecommender.catalog;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads from {@code catalog.article} who told what. */
@Singleton
class ProvenanceTable {

    private static final String OF_ARTICLE =
            "select told_by, told_at, day_by, day_weight, confirmed from catalog.article where id = ?";
    private static final String UNCONFIRMED =
            "select id from catalog.article where not confirmed order by announced desc, id limit ?";
    private static final String SETTLE = "update catalog.article set confirmed = true where id = any (?)";

    private final DataSource dataSource;

    ProvenanceTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<Provenance> of(ArticleId id) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(OF_ARTICLE)) {
            query.setString(1, id.value());
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Provenance(
                                rows.getString("told_by"),
                                rows.getObject("told_at", OffsetDateTime.class).toInstant(),
                                rows.getString("day_by"),
                                Told.Day.values()[rows.getInt("day_weight")]
                                        .name()
                                        .toLowerCase(Locale.ROOT),
                                rows.getBoolean("confirmed")))
                        : Optional.empty();
            }
        }
    }

    List<ArticleId> unconfirmed(int most) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(UNCONFIRMED)) {
            query.setInt(1, most);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<ArticleId>();
                while (rows.next()) {
                    found.add(new ArticleId(rows.getString(1)));
                }
                return found;
            }
        }
    }

    void settle(Collection<ArticleId> ids) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SETTLE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", ids.stream().map(ArticleId::value).toArray()));
            statement.executeUpdate();
        }
    }
}
