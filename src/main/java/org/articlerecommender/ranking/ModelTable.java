package org.articlerecommender.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The rows of {@code training.model}. */
@Singleton
class ModelTable {

    private static final TypeReference<List<TrainedModel.FeatureUsed>> FEATURES = new TypeReference<>() {};

    private static final String SELECT = """
            select id, kind, state, features::text, trained_from, trained_to, metrics::text, parent, artefact::text,
                sha256, created_at, decided_at, reason
            from training.model
            """;

    private static final String INSERT = """
            insert into training.model (id, kind, state, features, trained_from, trained_to, metrics, parent, artefact,
                sha256, created_at, decided_at, reason)
            values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?)
            """;

    private static final String RETIRE = """
            update training.model set state = 'retired', decided_at = ?, reason = ? where state = 'active'
            """;

    private static final String DECIDE = """
            update training.model set state = ?, decided_at = ?, reason = ? where id = ?
            """;

    private final DataSource dataSource;
    private final ObjectMapper json;

    ModelTable(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    void insert(TrainedModel model) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, model.id());
            statement.setString(2, model.kind());
            statement.setString(3, model.state().label());
            statement.setString(4, write(model.features()));
            statement.setObject(5, at(model.trainedFrom()));
            statement.setObject(6, at(model.trainedTo()));
            statement.setString(7, write(model.metrics()));
            statement.setString(8, model.parent());
            statement.setString(9, write(model.artefact()));
            statement.setString(10, model.sha256());
            statement.setObject(11, at(model.createdAt()));
            statement.setObject(12, at(model.decidedAt()));
            statement.setString(13, model.reason());
            statement.executeUpdate();
        }
    }

    /** All models, the newest first. */
    List<TrainedModel> all() throws SQLException {
        return query("order by created_at desc, id");
    }

    Optional<TrainedModel> find(String id) throws SQLException {
        return query("where id = ?", id).stream().findFirst();
    }

    Optional<TrainedModel> active() throws SQLException {
        return query("where state = 'active'").stream().findFirst();
    }

    /** Makes the model the active one in one transaction, so that there is always the old one or the new one. */
    void activate(String id, Instant now, String reason) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                try (var retire = connection.prepareStatement(RETIRE)) {
                    retire.setObject(1, at(now));
                    retire.setString(2, "Replaced by %s: %s".formatted(id, reason));
                    retire.executeUpdate();
                }
                decide(connection, id, TrainedModel.State.ACTIVE, now, reason);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    void decide(String id, TrainedModel.State state, Instant now, String reason) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            decide(connection, id, state, now, reason);
        }
    }

    private static void decide(Connection connection, String id, TrainedModel.State state, Instant now, String reason)
            throws SQLException {
        try (var statement = connection.prepareStatement(DECIDE)) {
            statement.setString(1, state.label());
            statement.setObject(2, at(now));
            statement.setString(3, reason);
            statement.setString(4, id);
            statement.executeUpdate();
        }
    }

    private List<TrainedModel> query(String where, Object... values) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT + where)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var models = new ArrayList<TrainedModel>();
                while (rows.next()) {
                    models.add(model(rows));
                }
                return models;
            }
        }
    }

    private TrainedModel model(ResultSet row) throws SQLException {
        return new TrainedModel(
                row.getString("id"),
                row.getString("kind"),
                TrainedModel.State.of(row.getString("state")),
                features(row.getString("features")),
                instant(row, "trained_from"),
                instant(row, "trained_to"),
                read(row.getString("metrics")),
                row.getString("parent"),
                read(row.getString("artefact")),
                row.getString("sha256"),
                instant(row, "created_at"),
                instant(row, "decided_at"),
                row.getString("reason"));
    }

    private List<TrainedModel.FeatureUsed> features(String text) throws SQLException {
        try {
            return json.readValue(text, FEATURES);
        } catch (JsonProcessingException e) {
            throw new SQLException("the feature list of a model is not one", e);
        }
    }

    private JsonNode read(String text) throws SQLException {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException("a model holds text that is not JSON", e);
        }
    }

    private String write(Object value) throws SQLException {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new SQLException("a model cannot be written as JSON", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
