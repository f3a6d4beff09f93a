package org.articlerecommender.features;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * The definitions that are applied, in PostgreSQL, and the way to apply those of the files.
 *
 * <p>At start, files that only add something are applied. Anything else waits for the operator, and until then the
 * application goes on with what is applied. What one replica applies holds on the others within seconds.
 */
@ApplicationScoped
public class FeatureRegistry {

    /** What holds, and since when. */
    public record Standing(String revision, Instant appliedAt, String appliedBy) {}

    private final FeatureDefinitions definitions;
    private final DefinitionFiles files;
    private final RegistryTable table;
    private final HistorySchema schema;
    private final PlanMaker plans;
    private final DataSource dataSource;
    private String unreadable;

    FeatureRegistry(
            FeatureDefinitions definitions,
            DefinitionFiles files,
            RegistryTable table,
            HistorySchema schema,
            PlanMaker plans,
            DataSource dataSource) {
        this.definitions = definitions;
        this.files = files;
        this.table = table;
        this.schema = schema;
        this.plans = plans;
        this.dataSource = dataSource;
    }

    /** What applying the files as they are now would change. */
    public DefinitionPlan plan() {
        var wanted = read();
        return inTransaction("planning feature definitions", connection -> plan(connection, wanted));
    }

    /**
     * Applies the files, all or nothing. Applying what is applied already changes nothing.
     *
     * @param plan the id of the plan that was looked at, or null to take whatever it is now
     * @return what was changed
     * @throws Problem if the plan has changed since it was looked at
     */
    public DefinitionPlan apply(String plan, String by) {
        var wanted = read();
        var done = inTransaction("applying feature definitions", connection -> {
            table.lock(connection);
            var now = plan(connection, wanted);
            if (plan != null && !plan.equals(now.id())) {
                throw Problem.conflict(
                        "The plan has changed since: it is %s now. Look at it again with GET".formatted(now.id())
                                + " /api/v1/features/plan.");
            }
            if (!now.changes().isEmpty()) {
                schema.bring(connection, wanted, table.current(connection));
                table.save(connection, wanted, now.changes(), by);
            }
            return now;
        });
        definitions.adopt(wanted);
        if (!done.changes().isEmpty()) {
            Log.infof(
                    "Applied %d changes of feature definitions", done.changes().size());
        }
        return done;
    }

    /** What holds now. */
    public Standing standing() {
        return inTransaction(
                "reading feature definitions",
                connection -> table.applied(connection)
                        .map(applied -> new Standing(applied.revision(), applied.at(), applied.by()))
                        .orElse(new Standing(null, null, null)));
    }

    void onStart(@Observes @Priority(1) StartupEvent start) {
        var plan = plan();
        if (plan.safe() || !followApplied()) {
            apply(null, "start");
        } else {
            Log.warnf(
                    "%d changes of feature definitions wait for the operator, see /features; what was applied before goes on",
                    plan.changes().size());
        }
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void onSchedule() {
        try {
            followApplied();
        } catch (StoreUnavailable e) {
            Log.debugf("Feature definitions stay as they are: %s", e.getMessage());
        }
    }

    /** Takes over what is applied; false when this version of the application cannot read it. */
    private boolean followApplied() {
        var applied = inTransaction("reading feature definitions", table::applied);
        if (applied.isEmpty() || applied.get().revision().equals(definitions.revision())) {
            return true;
        }
        try {
            definitions.adopt(FeatureDefinitions.of(applied.get().files()));
            Log.infof(
                    "Feature definitions of revision %s hold now", applied.get().revision());
            return true;
        } catch (BadDefinition e) {
            if (!applied.get().revision().equals(unreadable)) {
                unreadable = applied.get().revision();
                Log.warnf("The applied feature definitions are of another version: %s", e.getMessage());
            }
            return false;
        }
    }

    private FeatureDefinitions read() {
        try {
            return files.read();
        } catch (BadDefinition e) {
            throw Problem.unprocessable("feature-definitions", e.getMessage());
        }
    }

    private DefinitionPlan plan(Connection connection, FeatureDefinitions wanted) throws SQLException {
        var applied = table.applied(connection).map(RegistryTable.Applied::revision);
        return DefinitionPlan.of(
                applied.orElse(null), wanted.revision(), plans.changes(connection, wanted, table.current(connection)));
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(String doing, Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(doing, e);
        }
    }
}
