package org.articlerecommender.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.UnflushedLists.Server;

/**
 * Stores lists with all that belongs to them in one statement, which is one transaction and one way to the server and back:
 * lists are made so quickly that these ways would cost more than the rows.
 *
 * <p>PostgreSQL has no arrays of arrays of several lengths. They come one after the other in one long array, each with the
 * places of its first and its last element, from 1.
 */
final class ListInsert {

    /** The server and how far its log is, see {@link Server}. */
    static final String SERVER = """
            select pg_postmaster_start_time(),
                   pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint,
                   pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint
            """;

    private static final String INSERT = """
            with lists as (
                insert into events.ranking (id, reader, kind, query, model, arm, at, candidate_count, feature_names)
                select id, reader, kind, query, model, arm, at::timestamptz, candidates, (?::text[])[first:last]
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],
                            ?::int[], ?::int[])
                     as list (id, reader, kind, query, model, arm, at, candidates, first, last)
                on conflict do nothing),
            lines as (
                insert into events.ranking_item (ranking, position, article, score, propensity, features)
                select ranking, position, article, score, propensity, (?::float8[])[first:last]
                from unnest(?::uuid[], ?::int[], ?::text[], ?::float8[], ?::float8[], ?::int[], ?::int[])
                     as line (ranking, position, article, score, propensity, first, last)
                on conflict do nothing),
            drafts as (
                insert into events.draft (ranking, champion, challenger, teams)
                select ranking, champion, challenger, teams
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as draft (ranking, champion, challenger, teams)
                on conflict do nothing),
            explorations as (
                insert into events.exploration (ranking, position, chosen, articles, features)
                select ranking, position, chosen, (?::text[])[first:last], (?::float8[])[first_value:last_value]
                from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[])
                     as line (ranking, position, chosen, first, last, first_value, last_value)
                on conflict do nothing)
            """ + SERVER + """
                   , set_config('synchronous_commit',
                                case when ? then 'off' else current_setting('synchronous_commit') end, true)
            """;

    private final PreparedStatement statement;
    private int next = 1;

    private ListInsert(PreparedStatement statement) {
        this.statement = statement;
    }

    /**
     * Adds the lists or, on an error, none; what is there already stays as it is.
     *
     * @param withoutFlush whether it comes back before they are on the disk
     * @return the server as it was before they were
     */
    static Server run(Connection connection, List<MadeList> lists, boolean withoutFlush) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            var insert = new ListInsert(statement);
            insert.lists(lists.stream().map(MadeList::ranking).toList());
            insert.lines(lists.stream()
                    .flatMap(list -> list.ranking().items().stream()
                            .map(line -> new Line(list.ranking().id(), line)))
                    .toList());
            insert.drafts(lists.stream()
                    .map(MadeList::draft)
                    .filter(draft -> draft != null)
                    .toList());
            insert.explorations(lists.stream()
                    .flatMap(list -> list.explored().stream()
                            .map(line -> new Explored(list.ranking().id(), line)))
                    .toList());
            statement.setBoolean(insert.next, withoutFlush);
            return server(statement);
        }
    }

    /** Asks for {@link #SERVER}. */
    static Server server(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return new Server(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getLong(3));
        }
    }

    private record Line(UUID ranking, ShownRanking.Item item) {}

    private record Explored(UUID ranking, Exploration line) {}

    private void lists(List<ShownRanking> lists) throws SQLException {
        texts(lists.stream().flatMap(list -> list.featureNames().stream()));
        uuids(lists.stream().map(ShownRanking::id));
        texts(lists.stream()
                .map(list -> list.reader() == null ? null : list.reader().value()));
        texts(lists.stream().map(list -> list.kind().name()));
        texts(lists.stream().map(ShownRanking::query));
        texts(lists.stream().map(ShownRanking::model));
        texts(lists.stream().map(ShownRanking::arm));
        texts(lists.stream().map(list -> list.at().atOffset(ZoneOffset.UTC).toString()));
        integers(lists.stream().mapToInt(ShownRanking::candidates));
        slices(lists.stream().mapToInt(list -> list.featureNames().size()).toArray());
    }

    private void lines(List<Line> lines) throws SQLException {
        doubles(lines.stream().flatMapToDouble(line -> Arrays.stream(line.item().features())));
        uuids(lines.stream().map(Line::ranking));
        integers(lines.stream().mapToInt(line -> line.item().position()));
        texts(lines.stream().map(line -> line.item().article().value()));
        doubles(lines.stream().mapToDouble(line -> line.item().score()));
        doubles(lines.stream().mapToDouble(line -> line.item().propensity()));
        slices(lines.stream().mapToInt(line -> line.item().features().length).toArray());
    }

    private void drafts(List<Draft> drafts) throws SQLException {
        uuids(drafts.stream().map(Draft::ranking));
        texts(drafts.stream().map(Draft::champion));
        texts(drafts.stream().map(Draft::challenger));
        texts(drafts.stream().map(Draft::teams));
    }

    private void explorations(List<Explored> lines) throws SQLException {
        texts(lines.stream().flatMap(one -> one.line().pool().stream()).map(ArticleId::value));
        doubles(lines.stream()
                .flatMap(one -> Arrays.stream(one.line().features()))
                .flatMapToDouble(Arrays::stream));
        uuids(lines.stream().map(Explored::ranking));
        integers(lines.stream().mapToInt(one -> one.line().position()));
        integers(lines.stream().mapToInt(one -> one.line().chosen()));
        slices(lines.stream().mapToInt(one -> one.line().pool().size()).toArray());
        slices(lines.stream()
                .mapToInt(one -> Arrays.stream(one.line().features())
                        .mapToInt(row -> row.length)
                        .sum())
                .toArray());
    }

    private void uuids(Stream<UUID> values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf("uuid", values.toArray()));
    }

    private void texts(Stream<String> values) throws SQLException {
        statement.setObject(next++, values.toArray(String[]::new));
    }

    private void integers(IntStream values) throws SQLException {
        statement.setObject(next++, values.toArray());
    }

    private void doubles(DoubleStream values) throws SQLException {
        statement.setObject(next++, values.toArray());
    }

    // where each of these that stand one after the other begins and where it ends
    private void slices(int[] lengths) throws SQLException {
        var first = new int[lengths.length];
        var last = new int[lengths.length];
        for (int i = 0, end = 0; i < lengths.length; i++) {
            first[i] = end + 1;
            end += lengths[i];
            last[i] = end;
        }
        integers(Arrays.stream(first));
        integers(Arrays.stream(last));
    }
}
