package org.articlerecommender.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;
import org.articlerecommender.ranking.ModelRegistry;

/** What was measured and what waits to be; measuring happens in the job {@code evaluate}. */
@ApplicationScoped
public class Evaluations {

    private final EvaluationTable table;
    private final ModelRegistry models;
    private final Jobs jobs;
    private final Clock clock;

    Evaluations(EvaluationTable table, ModelRegistry models, Jobs jobs, Clock clock) {
        this.table = table;
        this.models = models;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Asks for a measurement and starts it, unless one goes on already; then it is next.
     *
     * @param source the name of the file, or {@link Evaluation#OWN_LOG}
     * @param model to measure beside what serves, or null
     * @param log the text of the file, or null for the own log
     * @throws Problem if there is no such model, or it cannot be used
     */
    public Evaluation ask(String source, String model, Integer days, String log) {
        if (model != null) {
            models.numbers(model);
        }
        var asked = new Evaluation(
                UUID.randomUUID(),
                source,
                model,
                days,
                Evaluation.State.WAITING,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                null);
        try {
            table.insert(asked, log);
        } catch (SQLException e) {
            throw new StoreUnavailable("asking for an evaluation", e);
        }
        jobs.start(EvaluateJob.NAME, JobRun.Trigger.HAND);
        return asked;
    }

    /** The newest first. */
    public List<Evaluation> newest(int most) {
        try {
            return table.newest(most);
        } catch (SQLException e) {
            throw new StoreUnavailable("listing evaluations", e);
        }
    }

    Optional<Evaluation> find(UUID id) {
        try {
            return table.find(id);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading an evaluation", e);
        }
    }
}
