package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

/** Measures {@link FeatureParity}. */
@Singleton
class ParityJob implements Job {

    private final FeatureParity parity;

    ParityJob(FeatureParity parity) {
        this.parity = parity;
    }

    @Override
    public String name() {
        return "parity";
    }

    @Override
    public String purpose() {
        return "Compares a sample of served feature values with what the history says was known";
    }

    @Override
    public JobOutcome run(Progress progress) throws SQLException {
        var report = parity.measure();
        if (report.compared() == 0) {
            return JobOutcome.done("No list was served in the last day, so there is nothing to compare.");
        }
        var sentence = "%d of %d values of %d served vectors are those of the history (%.2f %%)"
                .formatted(report.equal(), report.compared(), report.vectors(), 100 * report.share());
        sentence += report.share() == 1
                ? "."
                : "; the worst is %s with %.2f %%."
                        .formatted(
                                report.worst().feature(), 100 * report.worst().share());
        return parity.objection().isEmpty() ? JobOutcome.done("%s", sentence) : JobOutcome.warned("%s", sentence);
    }
}
