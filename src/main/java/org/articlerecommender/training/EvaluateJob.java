package org.articlerecommender.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.Progress;

/** Measures what was asked for, one after the other; when nothing was, the own log of the last month. */
@ApplicationScoped
class EvaluateJob implements Job {

    static final String NAME = "evaluate";

    private final EvaluationTable table;
    private final Measurement measurement;
    private final ReplaySet replay;
    private final ObjectMapper json;
    private final Clock clock;

    EvaluateJob(EvaluationTable table, Measurement measurement, ReplaySet replay, ObjectMapper json, Clock clock) {
        this.table = table;
        this.measurement = measurement;
        this.replay = replay;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return "Measures what orders lists beside other models and what readers could have for nothing.";
    }

    @Override
    public JobOutcome run(Progress progress) throws SQLException {
        if (table.next().isEmpty()) {
            table.insert(
                    new Evaluation(
                            UUID.randomUUID(),
                            Evaluation.OWN_LOG,
                            null,
                            Measurement.DAYS,
                            Evaluation.State.WAITING,
                            clock.instant(),
                            null,
                            null,
                            null),
                    null);
        }
        int failed = 0;
        String sentence = "";
        for (var asked = table.next(); asked.isPresent(); asked = table.next()) {
            try {
                progress.at(0, 0, "Measuring " + asked.get().source());
                var result = measure(asked.get(), progress);
                sentence = sentence(asked.get(), result);
                table.end(asked.get().id(), Evaluation.State.DONE, clock.instant(), sentence, result);
            } catch (NothingToMeasure | Problem e) {
                failed++;
                sentence = "%s: nothing was measured: %s".formatted(asked.get().source(), e.getMessage());
                table.end(asked.get().id(), Evaluation.State.FAILED, clock.instant(), sentence, null);
            }
        }
        return failed > 0 ? JobOutcome.warned("%s", sentence) : JobOutcome.done("%s", sentence);
    }

    private EvaluationResult measure(Evaluation asked, Progress progress) throws SQLException {
        if (asked.days() != null) {
            return measurement.ofOwnLog(asked.model(), asked.days());
        }
        var log = ReplayLog.read(table.log(asked.id()).orElse(""), json);
        if (log.lists().isEmpty()) {
            throw new NothingToMeasure(
                    log.rejected().isEmpty()
                            ? "the file has no line."
                            : "no line could be read; line %d: %s."
                                    .formatted(
                                            log.rejected().get(0).line(),
                                            log.rejected().get(0).reason()));
        }
        return measurement.ofFile(replay.of(log, progress), log, asked.model());
    }

    private static String sentence(Evaluation asked, EvaluationResult result) {
        var first = result.rankers().get(0);
        var floor = result.rankers().stream()
                .filter(EvaluationResult.Ranker::floor)
                .max((one, two) -> Double.compare(
                        one.figures().ndcg10().value(), two.figures().ndcg10().value()))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s, %d lists of %d readers: nDCG@10 %.3f (%s), best floor %.3f (%s).",
                asked.source(),
                result.lists(),
                result.readers(),
                first.figures().ndcg10().value(),
                first.name(),
                floor.figures().ndcg10().value(),
                floor.name());
    }
}
