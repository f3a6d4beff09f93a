package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.EventType;

/** Reads from {@code events.event} who was active, and of what history does not know yet. */
@Singleton
class ActivityTable {

    private static final String ACTIVE_READERS =
            "select distinct reader from events.event where at >= ? and at < ? order by reader";
    private static final String ACTIVE_ARTICLES =
            "select distinct article from events.event where at >= ? and at < ? and article is not null order by article";

    // A row of history holds what happened before its moment, so the moment is just after the event. Impressions change
    // only counts, and the next action brings these along.
    private static final String LATE_READERS = """
            select late.key, late.at
            from (select distinct reader key, at + interval '1 microsecond' as at
                  from events.event
                  where received_at >= ? and at < received_at - interval '10 minutes' and type <> 'impress') late
            where not exists (
                select 1 from features.%s h where h.user_id = late.key and h.event_timestamp = late.at)
            order by late.key, late.at
            """;

    // Articles are seen by many: one row for each minute in which something happened
    private static final String LATE_ARTICLES = """
            select late.key, late.at
            from (select distinct article key, date_trunc('minute', at) + interval '1 minute' as at
                  from events.event
                  where received_at >= ? and at < received_at - interval '10 minutes' and article is not null) late
            where not exists (
                select 1 from features.%s h where h.entry_id = late.key and h.event_timestamp = late.at)
            order by late.key, late.at
            """;

    private static final String ACTIVE_PAIRS = """
            select distinct reader, article, null::timestamptz from events.event
            where type = any (?) and at >= ? and at < ? and article is not null
            """;

    private static final String LATE_ACTIONS = """
            select distinct reader, article, at + interval '1 microsecond' from events.event
            where received_at >= ? and at < received_at - interval '10 minutes' and type <> 'impress' and article is not null
            """;

    /** A reader and an article; the moment after what was done, null where that does not matter. */
    record ReaderAction(String reader, ArticleId article, Instant at) {}

    private final DataSource dataSource;

    ActivityTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Everyone who did anything since, and before a moment unless that is null. */
    List<String> activeReaders(Instant since, Instant before) throws SQLException {
        return keys(ACTIVE_READERS, since, before);
    }

    /** Every article that anything happened to since, and before a moment unless that is null. */
    List<String> activeArticles(Instant since, Instant before) throws SQLException {
        return keys(ACTIVE_ARTICLES, since, before);
    }

    /** Every reader with every article that they did any of this to since, and before a moment unless that is null. */
    List<ReaderAction> activePairs(Set<EventType> types, Instant since, Instant before) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(ACTIVE_PAIRS)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", types.stream().map(EventType::label).toArray()));
            query.setObject(2, since.atOffset(ZoneOffset.UTC));
            query.setObject(3, before == null ? OffsetDateTime.MAX : before.atOffset(ZoneOffset.UTC));
            return actions(query);
        }
    }

    /** What readers did to articles and was told long after. */
    List<ReaderAction> lateActions(Instant arrivedSince) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(LATE_ACTIONS)) {
            query.setObject(1, arrivedSince.atOffset(ZoneOffset.UTC));
            return actions(query);
        }
    }

    private static List<ReaderAction> actions(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            var actions = new ArrayList<ReaderAction>();
            while (rows.next()) {
                var at = rows.getObject(3, OffsetDateTime.class);
                actions.add(new ReaderAction(
                        rows.getString(1), new ArticleId(rows.getString(2)), at == null ? null : at.toInstant()));
            }
            return actions;
        }
    }

    /** Those of the moments that the view's history has no row of, in their order. */
    List<Moment> lacking(FeatureView view, List<Moment> moments) throws SQLException {
        var keys = view.keys();
        var sql = """
                select m.n from %s
                where not exists (select 1 from %s k where %s and k.event_timestamp = m.at) order by m.n
                """.formatted(keys.table("m"), view.table(), keys.same("k", "m"));
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            keys.bind(query, moments);
            try (var rows = query.executeQuery()) {
                var lacking = new ArrayList<Moment>();
                while (rows.next()) {
                    lacking.add(moments.get(rows.getInt(1) - 1));
                }
                return lacking;
            }
        }
    }

    List<Moment> lateMomentsOfReaders(String view, Instant arrivedSince) throws SQLException {
        return moments(LATE_READERS.formatted(view), arrivedSince);
    }

    List<Moment> lateMomentsOfArticles(String view, Instant arrivedSince) throws SQLException {
        return moments(LATE_ARTICLES.formatted(view), arrivedSince);
    }

    private List<Moment> moments(String sql, Instant since) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, since.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var moments = new ArrayList<Moment>();
                while (rows.next()) {
                    moments.add(new Moment(
                            rows.getString("key"),
                            rows.getObject("at", OffsetDateTime.class).toInstant()));
                }
                return moments;
            }
        }
    }

    private List<String> keys(String sql, Instant since, Instant before) throws SQLException {
        try (var connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, since.atOffset(ZoneOffset.UTC));
            query.setObject(2, before == null ? OffsetDateTime.MAX : before.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var keys = new ArrayList<String>();
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
                return keys;
            }
        }
    }
}
