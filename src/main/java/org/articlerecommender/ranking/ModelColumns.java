package org.articlerecommender.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** A model as columns and back. */
@Singleton
class ModelColumns {

    private static final TypeReference<List<TrainedModel.FeatureUsed>> FEATURES = new TypeReference<>() {};

    private final ObjectMapper json;

    ModelColumns(ObjectMapper json) {
        this.json = json;
    }

    TrainedModel model(ResultSet row) throws SQLException {
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

    String text(Object value) throws SQLException {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new SQLException("a model cannot be written as JSON", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
