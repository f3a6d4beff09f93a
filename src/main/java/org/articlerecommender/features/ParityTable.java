package org.articlerecommender.features;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@code features.parity}. */
@Singleton
class ParityTable {

    private static final TypeReference<List<ParityReport.Line>> LINES = new TypeReference<>() {};
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final DataSource dataSource;

    ParityTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void add(ParityReport report) throws SQLException {
        var sql = "insert into features.parity (at, vectors, compared, equal, worst, worst_equal, features)"
                + " values (?, ?, ?, ?, ?, ?, ?::json)";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            var worst = report.worst();
            statement.setObject(1, report.at().atOffset(ZoneOffset.UTC));
            statement.setInt(2, report.vectors());
            statement.setLong(3, report.compared());
            statement.setLong(4, report.equal());
            statement.setString(5, worst == null ? null : worst.feature());
            statement.setObject(6, worst == null ? null : worst.share());
            statement.setString(7, JSON.writeValueAsString(report.features()));
            statement.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new SQLException("the report cannot be written as JSON", e);
        }
    }

    Optional<ParityReport> newest() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select at, vectors, compared, equal, features from features.parity order by id desc limit 1");
                var row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new ParityReport(
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            row.getInt(2),
                            row.getLong(3),
                            row.getLong(4),
                            JSON.readValue(row.getString(5), LINES)))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new SQLException("features.parity holds what is no report", e);
        }
    }
}
