package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.articlerecommender.features.MaterialisedTable.Range;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

/** Computes the history of the ranges that were asked for, moment by moment, and goes on where it was cut off. */
@Singleton
class MaterializeJob implements Job {

    static final String NAME = "materialize";

    private final FeatureDefinitions definitions;
    private final MaterialisedTable table;
    private final Materialisation materialisation;
    private final SqlSource sql;
    private final Clock clock;

    MaterializeJob(
            FeatureDefinitions definitions,
            MaterialisedTable table,
            Materialisation materialisation,
            SqlSource sql,
            Clock clock) {
        this.definitions = definitions;
        this.table = table;
        this.materialisation = materialisation;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return "Computes the feature history of the ranges that were asked for, and makes the newest values current";
    }

    @Override
    public JobOutcome run(Progress progress) throws SQLException {
        long rows = 0;
        int ranges = 0;
        var left = "";
        for (var range : table.open()) {
            var view = definitions
                    .view(range.view())
                    .filter(one -> one.computed() || one.source().query() != null);
            if (view.isEmpty()) {
                left += " %s has nothing to compute any more.".formatted(range.view());
            } else if (view.get().computed()) {
                rows += run(view.get(), range, progress);
            } else {
                var refreshed = sql.refresh(view.get());
                rows += refreshed.added();
                left += refreshed.complaint(view.get());
            }
            table.finished(range.id());
            ranges++;
        }
        return left.isEmpty()
                ? JobOutcome.done("Computed %d rows in %d ranges.", rows, ranges)
                : JobOutcome.warned("Computed %d rows in %d ranges.%s", rows, ranges, left);
    }

    private long run(FeatureView view, Range range, Progress progress) throws SQLException {
        long rows = 0;
        long steps = steps(range.from(), range.to(), range.step());
        var moment = next(range.doneUntil() == null ? range.from() : range.doneUntil(), range);
        while (moment != null) {
            progress.at(
                    steps(range.from(), moment, range.step()) - 1,
                    steps,
                    "Computing %s as of %s".formatted(view.name(), moment));
            rows += materialisation.at(view, moment, range.asked(), clock.instant());
            table.reached(range.id(), moment);
            moment = moment.equals(range.to()) ? null : next(moment, range);
        }
        return rows;
    }

    private static long steps(Instant from, Instant to, Duration step) {
        return 1 + Math.max(0, Duration.between(from, to).toSeconds() - 1) / step.toSeconds();
    }

    // the end of the range is always one of the moments
    private static Instant next(Instant after, Range range) {
        if (!after.isBefore(range.to())) {
            return null;
        }
        var next = after.plus(range.step());
        return next.isBefore(range.to()) ? next : range.to();
    }
}
