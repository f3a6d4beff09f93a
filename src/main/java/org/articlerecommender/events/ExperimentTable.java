package org.articlerecommender.events;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;

/** The rows of {@code events.draft} and {@code events.exploration}. */
@Singleton
class ExperimentTable {

    // one verdict a reader and day: a page that is loaded again shows the same lines to the same person
    private static final String VERDICTS = """
            select count(distinct e.article) filter (where substr(d.teams, i.position, 1) = 'A') champion,
                   count(distinct e.article) filter (where substr(d.teams, i.position, 1) = 'B') challenger
            from events.draft d
            join events.ranking r on r.id = d.ranking
            join events.ranking_item i on i.ranking = r.id
            join events.event e on e.ranking = r.id and e.article = i.article and e.reader = r.reader
            where (?::text is null or d.champion = ?) and d.challenger = ? and r.at >= ?
              and e.type in ('expand', 'click', 'save', 'like') and substr(d.teams, i.position, 1) in ('A', 'B')
            group by r.reader, (r.at at time zone 'UTC')::date
            """;

    private static final String EXPLORED = """
            select r.id, r.reader, r.at, x.position, x.chosen, x.articles, x.features, %s,
                   bool_or(e.type = 'expand') expanded,
                   bool_or(e.type = 'click') clicked,
                   bool_or(e.type in ('save', 'like')) saved
            from events.exploration x
            join events.ranking r on r.id = x.ranking
            join events.ranking_item i on i.ranking = x.ranking and i.position = x.position
            join events.event e on e.ranking = r.id and e.article = i.article and e.reader = r.reader
            where r.at >= ? and r.at < ?
            group by r.id, x.ranking, x.position, i.ranking, i.position
            order by r.at, r.id, x.position
            """.formatted(RankingTable.FEATURE_NAMES);

    private static final String SHOWN = """
            select (r.at at time zone 'UTC')::date as day, r.reader, count(distinct (r.id, e.article)) lines,
                   count(distinct (r.id, e.article))
                       filter (where e.type in ('expand', 'click', 'save', 'like')) answered
            from events.ranking r
            join events.event e on e.ranking = r.id and e.reader = r.reader and e.article is not null
            where r.at >= ? and r.at < ? and r.kind in ('FEED', 'API', 'DIGEST')
            group by 1, 2
            order by 1, 2
            """;

    private final DataSource dataSource;

    ExperimentTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<Draft.Verdict> verdicts(String champion, String challenger, Instant since) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(VERDICTS)) {
            query.setString(1, champion);
            query.setString(2, champion);
            query.setString(3, challenger);
            query.setObject(4, since.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var verdicts = new ArrayList<Draft.Verdict>();
                while (rows.next()) {
                    verdicts.add(new Draft.Verdict(rows.getInt("champion"), rows.getInt("challenger")));
                }
                return verdicts;
            }
        }
    }

    List<Exploration.Answered> explored(Instant from, Instant to) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(EXPLORED)) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            query.setObject(2, to.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var explored = new ArrayList<Exploration.Answered>();
                while (rows.next()) {
                    explored.add(answered(rows));
                }
                return explored;
            }
        }
    }

    private static Exploration.Answered answered(ResultSet row) throws SQLException {
        return new Exploration.Answered(
                row.getObject("id", UUID.class),
                new ReaderId(row.getString("reader")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("feature_names").getArray()),
                exploration(row),
                row.getBoolean("expanded"),
                row.getBoolean("clicked"),
                row.getBoolean("saved"));
    }

    private static Exploration exploration(ResultSet row) throws SQLException {
        var pool = Stream.of((String[]) row.getArray("articles").getArray())
                .map(ArticleId::new)
                .toList();
        var values = (Double[]) row.getArray("features").getArray();
        int width = pool.isEmpty() ? 0 : values.length / pool.size();
        var features = new double[pool.size()][width];
        for (int i = 0; i < pool.size() * width; i++) {
            features[i / width][i % width] = values[i];
        }
        return new Exploration(row.getInt("position"), row.getInt("chosen"), pool, features);
    }

    List<Shown> shown(Instant from, Instant to) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(SHOWN)) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            query.setObject(2, to.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var shown = new ArrayList<Shown>();
                while (rows.next()) {
                    shown.add(new Shown(
                            rows.getObject("day", LocalDate.class),
                            new ReaderId(rows.getString("reader")),
                            rows.getInt("lines"),
                            rows.getInt("answered")));
                }
                return shown;
            }
        }
    }
}
