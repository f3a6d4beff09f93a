package org.articlerecommender.ingestion;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;

/** The rows of {@code ingestion.oai_place}. */
@Singleton
class OaiPlaceTable {

    private static final String SET = """
            insert into ingestion.oai_place (set_spec, since, token, newest, in_order, read) values (?, ?, ?, ?, ?, ?)
            on conflict (set_spec) do update
            set since = excluded.since, token = excluded.token, newest = excluded.newest,
                in_order = excluded.in_order, read = excluded.read, at = clock_timestamp()
            """;

    private final DataSource dataSource;

    OaiPlaceTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<OaiPlace> of(String set) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select since, token, newest, in_order, read from ingestion.oai_place where set_spec = ?")) {
            query.setString(1, set);
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new OaiPlace(
                                rows.getObject("since", LocalDate.class),
                                rows.getString("token"),
                                rows.getObject("newest", LocalDate.class),
                                rows.getBoolean("in_order"),
                                rows.getLong("read")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading how far OAI-PMH is read", e);
        }
    }

    void keep(String set, OaiPlace place) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SET)) {
            statement.setString(1, set);
            statement.setObject(2, place.since());
            statement.setString(3, place.token());
            statement.setObject(4, place.newest());
            statement.setBoolean(5, place.inOrder());
            statement.setLong(6, place.read());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailable("noting how far OAI-PMH is read", e);
        }
    }
}
