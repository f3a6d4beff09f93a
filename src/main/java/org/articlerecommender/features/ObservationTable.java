package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.EventType;
import org.articlerecommender.features.Observation.OfArticle.Counted;
import org.articlerecommender.features.Observation.OfArticle.Tally;

/** Reads {@code events.event} as feature computation needs it. */
@Singleton
class ObservationTable {

    // to is exclusive: an observation never holds what happens at its own moment
    private static final String SEEN = """
            select e.reader, e.type, e.article, e.query, e.at
            from unnest(?::text[], ?::timestamptz[]) needed (type, since)
            join events.event e on e.type = needed.type and e.at >= needed.since
            where e.reader = any (?) and e.at < ?
            order by e.at desc, e.id
            """;

    private static final String COUNTS = """
            select m.n, needed.type, needed.length, count(*) happened, count(distinct e.reader) readers, max(e.at) last
            from unnest(?::text[], ?::timestamptz[]) with ordinality m (article, at, n)
            cross join unnest(?::text[], ?::bigint[]) needed (type, length)
            join events.event e on e.article = m.article and e.type = needed.type
                and e.at >= m.at - needed.length * interval '1 millisecond' and e.at < m.at
            group by m.n, needed.type, needed.length
            """;

    private final DataSource dataSource;

    ObservationTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What the readers did, newest first, each type from its own moment on. */
    Map<String, List<Seen>> seen(Collection<String> readers, Map<EventType, Instant> since, Instant to)
            throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(SEEN)) {
            var types = List.copyOf(since.keySet());
            query.setArray(1, texts(connection, types, EventType::label));
            query.setArray(2, texts(connection, types, type -> since.get(type).toString()));
            query.setArray(3, texts(connection, readers, reader -> reader));
            query.setObject(4, to.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var seen = new HashMap<String, List<Seen>>();
                while (rows.next()) {
                    var article = rows.getString("article");
                    seen.computeIfAbsent(rows.getString("reader"), reader -> new ArrayList<>())
                            .add(new Seen(
                                    EventType.of(rows.getString("type")),
                                    rows.getObject("at", OffsetDateTime.class).toInstant(),
                                    article == null ? null : new ArticleId(article),
                                    rows.getString("query"),
                                    null,
                                    null));
                }
                return seen;
            }
        }
    }

    /** For each of the moments of articles the counts that are not 0, in the order given. */
    List<Map<Counted, Tally>> counts(List<Moment> moments, Set<Counted> needed) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(COUNTS)) {
            query.setArray(1, texts(connection, moments, Moment::key));
            query.setArray(2, texts(connection, moments, moment -> moment.at().toString()));
            query.setArray(3, texts(connection, needed, one -> one.type().label()));
            query.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint",
                            needed.stream().map(one -> one.window().toMillis()).toArray()));
            var counts = new ArrayList<Map<Counted, Tally>>();
            moments.forEach(moment -> counts.add(new HashMap<>()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var counted = new Counted(
                            EventType.of(rows.getString("type")), Duration.ofMillis(rows.getLong("length")));
                    counts.get(rows.getInt("n") - 1)
                            .put(
                                    counted,
                                    new Tally(
                                            rows.getLong("happened"),
                                            rows.getLong("readers"),
                                            rows.getObject("last", OffsetDateTime.class)
                                                    .toInstant()));
                }
            }
            return counts;
        }
    }

    private static <T> java.sql.Array texts(Connection connection, Collection<T> from, Function<T, String> text)
            throws SQLException {
        return connection.createArrayOf("text", from.stream().map(text).toArray());
    }
}
