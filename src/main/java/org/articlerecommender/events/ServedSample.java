package org.articlerecommender.events;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Lines of lists as they were served, drawn at random. */
@Singleton
class ServedSample {

    // of as many lists as lines are asked for, each with a few lines: a day may have millions of them. Lists of
    // imported
    // logs have no features and must not crowd out those that have
    private static final String DRAWN = """
            select r.reader, r.at, i.position, i.article, i.score, i.propensity, i.features, %s
            from (select * from events.ranking l
                  where at >= ? and at < ? and reader is not null
                    and exists (select 1 from events.ranking_item where ranking = l.id and features <> '{}')
                  order by random() limit ?) r
            cross join lateral (select * from events.ranking_item
                                where ranking = r.id and features <> '{}'
                                order by random() limit 20) i
            order by random() limit ?
            """.formatted(RankingTable.FEATURE_NAMES);

    private final DataSource dataSource;

    ServedSample(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<ServedLine> draw(Instant from, Instant to, int most) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(DRAWN)) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            query.setObject(2, to.atOffset(ZoneOffset.UTC));
            query.setInt(3, most);
            query.setInt(4, most);
            try (var rows = query.executeQuery()) {
                var drawn = new ArrayList<ServedLine>();
                while (rows.next()) {
                    drawn.add(new ServedLine(
                            new ReaderId(rows.getString("reader")),
                            RankingTable.moment(rows),
                            RankingTable.item(rows)));
                }
                return drawn;
            }
        }
    }
}
