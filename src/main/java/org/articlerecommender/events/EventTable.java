package org.articlerecommender.events;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;

/** The rows of {@code events.event}. */
@Singleton
class EventTable {

    private static final String INSERT = """
            insert into events.event (id, reader, type, article, ranking, query, at, source)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[],
                                 ?::text[])
            on conflict (id) do nothing
            returning id
            """;

    private static final String COLUMNS = "select id, reader, type, article, ranking, query, at from events.event ";

    private final DataSource dataSource;

    EventTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Stores the events in one statement, all or none, and answers the ids of those that were not there before. */
    Set<UUID> insert(List<Event> events, String source) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            int at = 1;
            statement.setArray(at++, connection.createArrayOf("uuid", column(events, Event::id)));
            statement.setArray(
                    at++,
                    connection.createArrayOf(
                            "text", column(events, e -> e.reader().value())));
            statement.setArray(
                    at++,
                    connection.createArrayOf(
                            "text", column(events, e -> e.type().label())));
            statement.setArray(
                    at++,
                    connection.createArrayOf(
                            "text",
                            column(
                                    events,
                                    e -> e.article() == null
                                            ? null
                                            : e.article().value())));
            statement.setArray(at++, connection.createArrayOf("uuid", column(events, Event::ranking)));
            statement.setArray(at++, connection.createArrayOf("text", column(events, Event::query)));
            statement.setArray(at++, connection.createArrayOf("text", column(events, e -> e.at().toString())));
            statement.setArray(at, connection.createArrayOf("text", column(events, e -> source)));
            try (var rows = statement.executeQuery()) {
                var fresh = new HashSet<UUID>();
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
                return fresh;
            }
        }
    }

    List<Event> of(ReaderId reader, Collection<EventType> types, Instant since, int most) throws SQLException {
        var sql = COLUMNS + "where reader = ? and type = any (?) and at >= ? order by at desc, id limit ?";
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, reader.value());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", types.stream().map(EventType::label).toArray()));
            query.setObject(3, since.atOffset(ZoneOffset.UTC));
            query.setInt(4, most);
            return events(query);
        }
    }

    /** What was done in the time from the first moment up to but without the second, oldest first. */
    List<Event> between(Instant from, Instant to) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(COLUMNS + "where at >= ? and at < ? order by at, id")) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            query.setObject(2, to.atOffset(ZoneOffset.UTC));
            return events(query);
        }
    }

    List<Event> newest(int most) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(COLUMNS + "order by received_at desc, at desc limit ?")) {
            query.setInt(1, most);
            return events(query);
        }
    }

    Map<EventType, Long> counts() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select type, count(*) from events.event group by type");
                var rows = query.executeQuery()) {
            var counts = new EnumMap<EventType, Long>(EventType.class);
            while (rows.next()) {
                counts.put(EventType.of(rows.getString(1)), rows.getLong(2));
            }
            return counts;
        }
    }

    long readers() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select count(distinct reader) from events.event");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Object[] column(List<Event> events, Function<Event, Object> value) {
        return events.stream().map(value).toArray();
    }

    private static List<Event> events(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            var found = new ArrayList<Event>();
            while (rows.next()) {
                found.add(event(rows));
            }
            return found;
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        var article = row.getString("article");
        return new Event(
                row.getObject("id", UUID.class),
                new ReaderId(row.getString("reader")),
                EventType.of(row.getString("type")),
                article == null ? null : new ArticleId(article),
                row.getObject("ranking", UUID.class),
                row.getString("query"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
