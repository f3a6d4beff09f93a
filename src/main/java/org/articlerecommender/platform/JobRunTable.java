package org.articlerecommender.platform;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of {@code platform.job_run}. */
@Singleton
class JobRunTable {

    private static final String SELECT = """
            select id, job, trigger, state, started_at, finished_at, done, total, sentence
            from platform.job_run
            """;

    private static final String UPSERT = """
            insert into platform.job_run (id, job, trigger, state, started_at, finished_at, done, total, sentence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set state = excluded.state, finished_at = excluded.finished_at, done = excluded.done,
                total = excluded.total, sentence = excluded.sentence
            """;

    private static final String LOSE = """
            update platform.job_run
            set state = 'LOST', finished_at = ?, sentence = 'The process ended during the run. Last: ' || sentence
            where job = ? and state = 'RUNNING'
            """;

    private final DataSource dataSource;

    JobRunTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void save(JobRun run) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(UPSERT)) {
            statement.setObject(1, run.id());
            statement.setString(2, run.job());
            statement.setString(3, run.trigger().name());
            statement.setString(4, run.state().name());
            statement.setObject(5, run.startedAt().atOffset(ZoneOffset.UTC));
            statement.setObject(
                    6, run.finishedAt() == null ? null : run.finishedAt().atOffset(ZoneOffset.UTC));
            statement.setLong(7, run.done());
            statement.setLong(8, run.total());
            statement.setString(9, run.sentence().replace("\0", ""));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailable("recording a run of " + run.job(), e);
        }
    }

    /** Marks what a dead process left running; only whoever holds the job's lock knows that it is dead. */
    void loseRunning(String job, Instant now) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(LOSE)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setString(2, job);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailable("closing lost runs of " + job, e);
        }
    }

    Optional<JobRun> find(UUID id) {
        return query("where id = ?", id).stream().findFirst();
    }

    /** The runs of one job, or of all when {@code job} is null, that were recorded last, whatever clocks said. */
    List<JobRun> newest(String job, int limit) {
        return query("where ?::text is null or job = ? order by recorded desc limit ?", job, job, limit);
    }

    /** The newest run of each job. */
    List<JobRun> lastOfEach() {
        return query("""
                where id in (select distinct on (job) id from platform.job_run order by job, recorded desc)
                """);
    }

    private List<JobRun> query(String where, Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT + where)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var runs = new ArrayList<JobRun>();
                while (rows.next()) {
                    runs.add(run(rows));
                }
                return runs;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading job runs", e);
        }
    }

    private static JobRun run(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new JobRun(
                row.getObject("id", UUID.class),
                row.getString("job"),
                JobRun.Trigger.valueOf(row.getString("trigger")),
                JobRun.State.valueOf(row.getString("state")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("sentence"));
    }
}
