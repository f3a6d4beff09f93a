package org.articlerecommender.events;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;

/** The rows of {@code events.ranking} and {@code events.ranking_item}. */
@Singleton
class RankingTable {

    /** Of a line {@code i} of the list {@code r}: lines had their own when lists had none. */
    static final String FEATURE_NAMES = "coalesce(nullif(i.feature_names, '{}'), r.feature_names) feature_names";

    private static final String ITEMS = """
            select i.position, i.article, i.score, i.propensity, i.features, %s
            from events.ranking_item i
            join events.ranking r on r.id = i.ranking
            where i.ranking = ?
            order by i.position
            """.formatted(FEATURE_NAMES);

    // One row per reader, article and list: what was rendered, with what the reader did to it in that list
    private static final String LABELLED = """
            select r.id, r.reader, r.kind, r.query, r.at, i.position, i.article, i.score, i.propensity, i.features,
                   %s,
                   bool_or(e.type = 'expand') expanded,
                   bool_or(e.type = 'click') clicked,
                   bool_or(e.type in ('save', 'like')) saved
            from events.ranking r
            join events.ranking_item i on i.ranking = r.id
            join events.event e on e.ranking = r.id and e.article = i.article and e.reader = r.reader
            where r.at >= ? and r.at < ?
            group by r.id, i.ranking, i.position
            order by r.at, r.id, i.position
            """.formatted(FEATURE_NAMES);

    private final DataSource dataSource;

    RankingTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Set<UUID> existing(Set<UUID> ids) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select id from events.ranking where id = any (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = query.executeQuery()) {
                var found = new HashSet<UUID>();
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }

    Optional<ShownRanking> find(UUID id) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select * from events.ranking where id = ?")) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                var reader = rows.getString("reader");
                return Optional.of(new ShownRanking(
                        id,
                        reader == null ? null : new ReaderId(reader),
                        ShownRanking.Kind.valueOf(rows.getString("kind")),
                        rows.getString("query"),
                        rows.getString("model"),
                        rows.getString("arm"),
                        moment(rows),
                        rows.getInt("candidate_count"),
                        items(connection, id)));
            }
        }
    }

    private static List<ShownRanking.Item> items(Connection connection, UUID ranking) throws SQLException {
        try (var query = connection.prepareStatement(ITEMS)) {
            query.setObject(1, ranking);
            try (var rows = query.executeQuery()) {
                var items = new ArrayList<ShownRanking.Item>();
                while (rows.next()) {
                    items.add(item(rows));
                }
                return items;
            }
        }
    }

    List<LabelledItem> labelled(Instant from, Instant to) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(LABELLED)) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            query.setObject(2, to.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var labelled = new ArrayList<LabelledItem>();
                while (rows.next()) {
                    labelled.add(new LabelledItem(
                            rows.getObject("id", UUID.class),
                            new ReaderId(rows.getString("reader")),
                            ShownRanking.Kind.valueOf(rows.getString("kind")),
                            rows.getString("query"),
                            moment(rows),
                            item(rows),
                            rows.getBoolean("expanded"),
                            rows.getBoolean("clicked"),
                            rows.getBoolean("saved")));
                }
                return labelled;
            }
        }
    }

    static ShownRanking.Item item(ResultSet row) throws SQLException {
        var features = (Double[]) row.getArray("features").getArray();
        return new ShownRanking.Item(
                row.getInt("position"),
                new ArticleId(row.getString("article")),
                row.getDouble("score"),
                row.getDouble("propensity"),
                List.of((String[]) row.getArray("feature_names").getArray()),
                Arrays.stream(features).mapToDouble(Double::doubleValue).toArray());
    }

    static Instant moment(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
