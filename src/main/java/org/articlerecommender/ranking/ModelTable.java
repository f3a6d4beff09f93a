package org.articlerecommender.ranking;

import jakarta.inject.Singleton;
import java.sql.Connection;
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

    // the artefact, of up to a few megabytes, only when it is wanted
    private static final String SELECT = """
            select id, kind, state, features::text, trained_from, trained_to, metrics::text, parent,
                case when ? then artefact::text else 'null' end artefact, sha256, created_at, decided_at, reason
            from training.model
            """;

    private static final String PLACED = """
            select id, state, sha256, md5(artefact::text) print
            from training.model
            where state in ('active', 'challenger')
            order by state
            """;

    // two promotions at once take turns; without this the second would trip over the index of the one active model
    private static final String TAKE_TURN = "select pg_advisory_xact_lock(hashtextextended('training.model', 0))";

    private static final String INSERT = """
            insert into training.model (id, kind, state, features, trained_from, trained_to, metrics, parent, artefact,
                sha256, created_at, decided_at, reason)
            values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?)
            """;

    private static final String RETIRE = """
            update training.model set state = 'retired', decided_at = ?, reason = ? where state = ? and id <> ?
            """;

    private static final String WITHDRAW = """
            update training.model set state = 'retired', decided_at = ?, reason = ? where id = ? and state = ?
            """;

    private static final String DECIDE = """
            update training.model set state = ?, decided_at = ?, reason = ? where id = ?
            """;

    private final DataSource dataSource;
    private final ModelColumns columns;

    ModelTable(DataSource dataSource, ModelColumns columns) {
        this.dataSource = dataSource;
        this.columns = columns;
    }

    void insert(TrainedModel model) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, model.id());
            statement.setString(2, model.kind());
            statement.setString(3, model.state().label());
            statement.setString(4, columns.text(model.features()));
            statement.setObject(5, at(model.trainedFrom()));
            statement.setObject(6, at(model.trainedTo()));
            statement.setString(7, columns.text(model.metrics()));
            statement.setString(8, model.parent());
            statement.setString(9, columns.text(model.artefact()));
            statement.setString(10, model.sha256());
            statement.setObject(11, at(model.createdAt()));
            statement.setObject(12, at(model.decidedAt()));
            statement.setString(13, model.reason());
            statement.executeUpdate();
        }
    }

    /** A model with a part in live lists; {@code print} changes with every character of the stored artefact. */
    record Placed(String id, TrainedModel.State state, String sha256, String print) {}

    List<Placed> placed() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PLACED);
                var rows = statement.executeQuery()) {
            var placed = new ArrayList<Placed>();
            while (rows.next()) {
                placed.add(new Placed(
                        rows.getString("id"),
                        TrainedModel.State.of(rows.getString("state")),
                        rows.getString("sha256"),
                        rows.getString("print")));
            }
            return placed;
        }
    }

    /** All models without their artefacts, the newest first. */
    List<TrainedModel> all() throws SQLException {
        return query("order by created_at desc, id", false);
    }

    Optional<TrainedModel> find(String id) throws SQLException {
        return query("where id = ?", true, id).stream().findFirst();
    }

    /** Gives a model a part in one transaction, and retires the one that had it: there is always the old or the new. */
    void place(String id, TrainedModel.State role, Instant now, String reason) throws SQLException {
        inTurn(connection -> {
            try (var retire = connection.prepareStatement(RETIRE)) {
                retire.setObject(1, at(now));
                retire.setString(2, "Replaced by %s: %s".formatted(id, reason));
                retire.setString(3, role.label());
                retire.setString(4, id);
                retire.executeUpdate();
            }
            decide(connection, id, role, now, reason);
            return true;
        });
    }

    /**
     * Takes a part from the model that has it.
     *
     * @param successor the model that becomes active in its place, or null
     * @return false if the model does not have that part
     */
    boolean withdraw(String id, TrainedModel.State role, String successor, Instant now, String reason)
            throws SQLException {
        return inTurn(connection -> {
            try (var withdraw = connection.prepareStatement(WITHDRAW)) {
                withdraw.setObject(1, at(now));
                withdraw.setString(2, reason);
                withdraw.setString(3, id);
                withdraw.setString(4, role.label());
                if (withdraw.executeUpdate() == 0) {
                    return false;
                }
            }
            if (successor != null) {
                decide(connection, successor, TrainedModel.State.ACTIVE, now, "Back from %s: %s".formatted(id, reason));
            }
            return true;
        });
    }

    private interface Change {
        boolean make(Connection connection) throws SQLException;
    }

    private boolean inTurn(Change change) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var turn = connection.prepareStatement(TAKE_TURN)) {
                turn.execute();
                boolean changed = change.make(connection);
                connection.commit();
                return changed;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
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

    private List<TrainedModel> query(String where, boolean artefacts, Object... values) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT + where)) {
            statement.setBoolean(1, artefacts);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 2, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var models = new ArrayList<TrainedModel>();
                while (rows.next()) {
                    models.add(columns.model(rows));
                }
                return models;
            }
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
