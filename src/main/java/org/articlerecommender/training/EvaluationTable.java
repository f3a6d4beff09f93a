package org.articlerecommender.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of {@code training.evaluation}. */
@Singleton
class EvaluationTable {

    private static final String SELECT = """
            select id, source, model, days, state, asked_at, finished_at, sentence, result::text
            from training.evaluation
            """;

    private static final String INSERT = """
            insert into training.evaluation (id, source, model, days, log, state, asked_at)
            values (?, ?, ?, ?, ?, 'waiting', ?)
            """;

    private static final String END = """
            update training.evaluation
            set state = ?, finished_at = ?, sentence = ?, result = ?::jsonb, log = null
            where id = ?
            """;

    private final DataSource dataSource;
    private final ObjectMapper json;

    EvaluationTable(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** @param log the text of the file; null for the own log */
    void insert(Evaluation asked, String log) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, asked.id());
            statement.setString(2, asked.source());
            statement.setString(3, asked.model());
            statement.setObject(4, asked.days());
            statement.setString(5, log);
            statement.setObject(6, asked.askedAt().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    void end(UUID id, Evaluation.State state, Instant at, String sentence, EvaluationResult result)
            throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(END)) {
            statement.setString(1, state.label());
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            statement.setString(3, sentence);
            statement.setString(4, result == null ? null : json.writeValueAsString(result));
            statement.setObject(5, id);
            statement.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new SQLException("a result cannot be written as JSON", e);
        }
    }

    Optional<String> log(UUID id) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select log from training.evaluation where id = ?")) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString("log")) : Optional.empty();
            }
        }
    }

    Optional<Evaluation> find(UUID id) throws SQLException {
        return query("where id = ?", id).stream().findFirst();
    }

    /** The one that has waited longest. */
    Optional<Evaluation> next() throws SQLException {
        return query("where state = 'waiting' order by asked_at, id limit ?", 1).stream()
                .findFirst();
    }

    List<Evaluation> newest(int most) throws SQLException {
        return query("order by asked_at desc, id limit ?", most);
    }

    private List<Evaluation> query(String where, Object value) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT + where)) {
            statement.setObject(1, value);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<Evaluation>();
                while (rows.next()) {
                    found.add(evaluation(rows));
                }
                return found;
            }
        }
    }

    private Evaluation evaluation(ResultSet row) throws SQLException {
        try {
            var result = row.getString("result");
            return new Evaluation(
                    row.getObject("id", UUID.class),
                    row.getString("source"),
                    row.getString("model"),
                    row.getObject("days", Integer.class),
                    Evaluation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    instant(row, "asked_at"),
                    instant(row, "finished_at"),
                    row.getString("sentence"),
                    result == null ? null : json.readTree(result));
        } catch (JsonProcessingException e) {
            throw new SQLException("an evaluation holds text that is not JSON", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
