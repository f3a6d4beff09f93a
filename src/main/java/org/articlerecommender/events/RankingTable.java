package org.articlerecommender.events;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

    private static final String INSERT = """
            insert into events.ranking (id, reader, kind, query, model, arm, at, candidate_count)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String INSERT_ITEM = """
            insert into events.ranking_item (ranking, position, article, score, propensity, features, feature_names)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String ITEMS = """
            select position, article, score, propensity, features, feature_names
            from events.ranking_item
            where ranking = ?
            order by position
            """;

    // One row per reader, article and list: what was rendered, with what the reader did to it in that list
    private static final String LABELLED = """
            select r.id, r.reader, r.kind, r.query, r.at, i.position, i.article, i.score, i.propensity, i.features,
                   i.feature_names,
                   bool_or(e.type = 'expand') expanded,
                   bool_or(e.type = 'click') clicked,
                   bool_or(e.type in ('save', 'like')) saved
            from events.ranking r
            join events.ranking_item i on i.ranking = r.id
            join events.event e on e.ranking = r.id and e.article = i.article and e.reader = r.reader
            where r.at >= ? and r.at < ?
            group by r.id, i.ranking, i.position
            order by r.at, r.id, i.position
            """;

    private final DataSource dataSource;

    RankingTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds the lists with their lines, those that are there already excepted. */
    static void insert(Connection connection, List<ShownRanking> rankings) throws SQLException {
        try (var heads = connection.prepareStatement(INSERT);
                var items = connection.prepareStatement(INSERT_ITEM)) {
            for (var ranking : rankings) {
                addHead(heads, ranking);
                for (var item : ranking.items()) {
                    addItem(items, ranking.id(), item);
                }
            }
            heads.executeBatch();
            items.executeBatch();
        }
    }

    private static void addHead(PreparedStatement batch, ShownRanking ranking) throws SQLException {
        batch.setObject(1, ranking.id());
        batch.setString(2, ranking.reader() == null ? null : ranking.reader().value());
        batch.setString(3, ranking.kind().name());
        batch.setString(4, ranking.query());
        batch.setString(5, ranking.model());
        batch.setString(6, ranking.arm());
        batch.setObject(7, ranking.at().atOffset(ZoneOffset.UTC));
        batch.setInt(8, ranking.candidates());
        batch.addBatch();
    }

    private static void addItem(PreparedStatement batch, UUID ranking, ShownRanking.Item item) throws SQLException {
        batch.setObject(1, ranking);
        batch.setInt(2, item.position());
        batch.setString(3, item.article().value());
        batch.setDouble(4, item.score());
        batch.setDouble(5, item.propensity());
        batch.setObject(6, item.features());
        batch.setObject(7, item.featureNames().toArray(String[]::new));
        batch.addBatch();
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

    private static ShownRanking.Item item(ResultSet row) throws SQLException {
        var features = (Double[]) row.getArray("features").getArray();
        return new ShownRanking.Item(
                row.getInt("position"),
                new ArticleId(row.getString("article")),
                row.getDouble("score"),
                row.getDouble("propensity"),
                List.of((String[]) row.getArray("feature_names").getArray()),
                Arrays.stream(features).mapToDouble(Double::doubleValue).toArray());
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
