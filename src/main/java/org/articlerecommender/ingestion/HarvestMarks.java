package org.articlerecommender.ingestion;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;

/** When parts of the harvest were last read, kept in {@code ingestion.mark}. */
@Singleton
class HarvestMarks {

    private static final String HARVESTED = "harvested";

    private static final String SET = """
            insert into ingestion.mark (name, at) values (?, ?)
            on conflict (name) do update set at = excluded.at
            """;

    private final DataSource dataSource;

    HarvestMarks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** When the last harvest ended that asked arXiv for everything it wanted; empty before the first. */
    Optional<Instant> lastHarvest() {
        return at(HARVESTED);
    }

    /** When this part was read by a harvest that has not ended; empty if it was not. */
    Optional<Instant> read(String slice) {
        return at(slice);
    }

    void markRead(String slice, Instant now) {
        set(slice, now);
    }

    /** Ends the harvest: the next one reads everything again. */
    void markHarvest(Instant now) {
        set(HARVESTED, now);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("delete from ingestion.mark where name like 'slice:%'")) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailable("noting the end of a harvest", e);
        }
    }

    private Optional<Instant> at(String name) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select at from ingestion.mark where name = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading when the harvest was", e);
        }
    }

    private void set(String name, Instant at) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SET)) {
            statement.setString(1, name);
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailable("noting what was harvested", e);
        }
    }
}
