package org.articlerecommender.ingestion;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;

/** The rows of {@code ingestion.bulk_file} and {@code ingestion.bulk_bad_line}. */
@Singleton
class BulkFileTable {

    /** A line that was not taken, counted from 1, and why. */
    record BadLineOf(long line, String reason) {}

    private static final int LISTED = 1000;

    // The same file again goes on where it was; one that has changed begins again
    private static final String ASK = """
            insert into ingestion.bulk_file as known (path, size, modified) values (?, ?, ?)
            on conflict (path) do update
            set state = 'waiting', reason = null, asked_at = clock_timestamp(), ended_at = null,
                size = excluded.size, modified = excluded.modified,
                bytes = case when same.file then known.bytes else 0 end,
                lines = case when same.file then known.lines else 0 end,
                taken = case when same.file then known.taken else 0 end,
                changed = case when same.file then known.changed else 0 end,
                bad = case when same.file then known.bad else 0 end
            """.replace("same.file", """
            known.state <> 'done' and known.size = excluded.size and known.modified = excluded.modified""");

    private static final String STEP = """
            update ingestion.bulk_file set bytes = ?, lines = ?, taken = taken + ?, changed = changed + ?, bad = bad + ?
            where path = ?
            """;

    private static final String BAD =
            "insert into ingestion.bulk_bad_line (path, line, reason) values (?, ?, ?)" + " on conflict do nothing";

    private static final String END =
            "update ingestion.bulk_file set state = ?, reason = ?, ended_at = clock_timestamp()" + " where path = ?";

    private final DataSource dataSource;

    BulkFileTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void ask(String path, long size, Instant modified) {
        write("noting a file to import", ASK, statement -> {
            statement.setString(1, path);
            statement.setLong(2, size);
            statement.setObject(3, modified.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
        });
        if (find(path).filter(file -> file.lines() == 0).isPresent()) {
            write(
                    "forgetting the bad lines of a file",
                    "delete from ingestion.bulk_bad_line where path = ?",
                    statement -> statement.setString(1, path));
        }
    }

    /** Notes, on the connection of the articles' own transaction, how far a file is stored. */
    static void step(Connection connection, String path, BulkStep step, int changed) throws SQLException {
        try (var statement = connection.prepareStatement(STEP);
                var lines = connection.prepareStatement(BAD)) {
            statement.setLong(1, step.bytes());
            statement.setLong(2, step.lines());
            statement.setLong(3, step.articles().size());
            statement.setLong(4, changed);
            statement.setLong(5, step.bad().size());
            statement.setString(6, path);
            statement.executeUpdate();
            for (var bad : step.bad().subList(0, Math.min(LISTED, step.bad().size()))) {
                lines.setString(1, path);
                lines.setLong(2, bad.line());
                lines.setString(3, bad.reason());
                lines.addBatch();
            }
            lines.executeBatch();
        }
    }

    void end(String path, BulkFile.State state, String reason) {
        write("noting the end of an import", END, statement -> {
            statement.setString(1, state.label());
            statement.setString(2, reason);
            statement.setString(3, path);
        });
    }

    /** The file that was asked for first and is not read to its end. */
    Optional<BulkFile> next() {
        return files("where state = 'waiting' order by asked_at limit 1", statement -> {}).stream()
                .findFirst();
    }

    Optional<BulkFile> find(String path) {
        return files("where path = ?", statement -> statement.setString(1, path)).stream()
                .findFirst();
    }

    List<BulkFile> all() {
        return files("order by asked_at desc limit 100", statement -> {});
    }

    List<BadLineOf> badLines(String path) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select line, reason from ingestion.bulk_bad_line where path = ? order by line limit ?")) {
            query.setString(1, path);
            query.setInt(2, LISTED);
            try (var rows = query.executeQuery()) {
                var lines = new ArrayList<BadLineOf>();
                while (rows.next()) {
                    lines.add(new BadLineOf(rows.getLong(1), rows.getString(2)));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the bad lines of a file", e);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private void write(String doing, String sql, Binding binding) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailable(doing, e);
        }
    }

    private List<BulkFile> files(String which, Binding binding) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select * from ingestion.bulk_file " + which)) {
            binding.to(query);
            try (var rows = query.executeQuery()) {
                var files = new ArrayList<BulkFile>();
                while (rows.next()) {
                    var ended = rows.getObject("ended_at", OffsetDateTime.class);
                    files.add(new BulkFile(
                            rows.getString("path"),
                            rows.getLong("size"),
                            rows.getObject("modified", OffsetDateTime.class).toInstant(),
                            BulkFile.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                            rows.getLong("bytes"),
                            rows.getLong("lines"),
                            rows.getLong("taken"),
                            rows.getLong("changed"),
                            rows.getLong("bad"),
                            rows.getString("reason"),
                            rows.getObject("asked_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant()));
                }
                return files;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the imported files", e);
        }
    }
}
