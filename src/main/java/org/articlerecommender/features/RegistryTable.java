package org.articlerecommender.features;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code features.definition} and {@code features.applied}. */
@Singleton
class RegistryTable {

    /** What holds now. */
    record Applied(String revision, Map<String, String> files, Instant at, String by) {}

    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    // any number that nothing else locks
    private static final long LOCK = 4_080_001;

    private final ObjectMapper json;

    RegistryTable(ObjectMapper json) {
        this.json = json;
    }

    /** Waits until nobody else applies anything; held to the end of the transaction. */
    void lock(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            query.setLong(1, LOCK);
            query.execute();
        }
    }

    Optional<Applied> applied(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(
                        "select revision, files, applied_at, applied_by from features.applied order by id desc limit 1");
                var row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Applied(
                            row.getString(1),
                            json.readValue(row.getString(2), TEXTS),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4)))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new SQLException("features.applied holds what is no JSON", e);
        }
    }

    /** The current definitions by {@link Registered#key}. */
    Map<String, Registered> current(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(
                        "select object, name, hash, meaning, detail from features.definition where retired_at is null");
                var row = query.executeQuery()) {
            var current = new LinkedHashMap<String, Registered>();
            while (row.next()) {
                var one = new Registered(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
                current.put(one.key(), one);
            }
            return current;
        }
    }

    /** Makes these the current definitions. */
    void save(Connection connection, FeatureDefinitions wanted, List<DefinitionChange> changes, String by)
            throws SQLException {
        var current = current(connection);
        var stale = new ArrayList<>(current.values());
        stale.removeAll(Registered.all(wanted));
        try (var retire = connection.prepareStatement(
                "update features.definition set retired_at = clock_timestamp() where object = ? and name = ? and retired_at is null")) {
            for (var one : stale) {
                retire.setString(1, one.object());
                retire.setString(2, one.name());
                retire.addBatch();
            }
            retire.executeBatch();
        }
        try (var add = connection.prepareStatement(
                "insert into features.definition (object, name, hash, meaning, detail) values (?, ?, ?, ?, ?)")) {
            for (var one : Registered.all(wanted)) {
                if (!one.equals(current.get(one.key()))) {
                    add.setString(1, one.object());
                    add.setString(2, one.name());
                    add.setString(3, one.hash());
                    add.setString(4, one.meaning());
                    add.setString(5, one.detail());
                    add.addBatch();
                }
            }
            add.executeBatch();
        }
        try (var note = connection.prepareStatement(
                "insert into features.applied (revision, files, changes, applied_by) values (?, ?::json, ?::json, ?)")) {
            note.setString(1, wanted.revision());
            note.setString(2, text(wanted.files()));
            note.setString(3, text(changes));
            note.setString(4, by);
            note.executeUpdate();
        }
    }

    private String text(Object value) throws SQLException {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new SQLException("cannot be written as JSON", e);
        }
    }
}
