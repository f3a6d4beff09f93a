package org.articlerecommender.ledger;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;

/** The rows of {@code ledger.day}. */
@Singleton
class LedgerTable {

    private static final String SAVE = """
            insert into ledger.day (category, day, expected, expected_by, counted_at, stored, embedded, lacking, fetched,
                    short_since, complete_at, note)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (category, day) do update
            set expected = excluded.expected, expected_by = excluded.expected_by, counted_at = excluded.counted_at,
                stored = excluded.stored, embedded = excluded.embedded, lacking = excluded.lacking,
                fetched = excluded.fetched, short_since = excluded.short_since, complete_at = excluded.complete_at,
                note = excluded.note
            """;

    private static final String BETWEEN = """
            select * from ledger.day
            where day between ? and ? and (?::text is null or category = ?) order by day desc, category
            """;

    private final DataSource dataSource;

    LedgerTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void save(LedgerDay day) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SAVE)) {
            statement.setString(1, day.category());
            statement.setObject(2, day.day());
            statement.setInt(3, day.expected());
            statement.setString(4, day.expectedBy());
            moment(statement, 5, day.countedAt());
            statement.setInt(6, day.stored());
            statement.setInt(7, day.embedded());
            statement.setInt(8, day.lacking());
            statement.setInt(9, day.fetched());
            moment(statement, 10, day.shortSince());
            moment(statement, 11, day.completeAt());
            statement.setString(12, day.note());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailable("writing the ledger", e);
        }
    }

    Optional<LedgerDay> find(String category, LocalDate day) {
        return between(category, day, day).stream().findFirst();
    }

    /** The days from the one to the other, newest first; of one category or, with null, of all. */
    List<LedgerDay> between(String category, LocalDate from, LocalDate to) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(BETWEEN)) {
            query.setObject(1, from);
            query.setObject(2, to);
            query.setString(3, category);
            query.setString(4, category);
            try (var rows = query.executeQuery()) {
                var days = new ArrayList<LedgerDay>();
                while (rows.next()) {
                    days.add(day(rows));
                }
                return days;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the ledger", e);
        }
    }

    private static LedgerDay day(ResultSet row) throws SQLException {
        return new LedgerDay(
                row.getString("category"),
                row.getObject("day", LocalDate.class),
                row.getInt("expected"),
                row.getString("expected_by"),
                moment(row, "counted_at"),
                row.getInt("stored"),
                row.getInt("embedded"),
                row.getInt("lacking"),
                row.getInt("fetched"),
                moment(row, "short_since"),
                moment(row, "complete_at"),
                row.getString("note"));
    }

    private static void moment(PreparedStatement statement, int at, Instant moment) throws SQLException {
        statement.setObject(at, moment == null ? null : moment.atOffset(ZoneOffset.UTC));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
