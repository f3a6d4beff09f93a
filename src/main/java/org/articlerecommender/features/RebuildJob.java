package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

/** Fills Redis from the history and reads every value back. */
@Singleton
class RebuildJob implements Job {

    private static final int AT_ONCE = 500;

    private final FeatureDefinitions definitions;
    private final OnlineRebuild rebuild;
    private final OnlineTable online;
    private final HistoryTable history;
    private final Vectors vectors;
    private final Clock clock;

    RebuildJob(
            FeatureDefinitions definitions,
            OnlineRebuild rebuild,
            OnlineTable online,
            HistoryTable history,
            Vectors vectors,
            Clock clock) {
        this.definitions = definitions;
        this.rebuild = rebuild;
        this.online = online;
        this.history = history;
        this.vectors = vectors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String purpose() {
        return "Fills Redis from the history in PostgreSQL and compares it value by value";
    }

    @Override
    public JobOutcome run(Progress progress) throws OnlineStoreAway, SQLException {
        progress.at(0, 2, "Filling Redis");
        long written = rebuild.run(online);
        progress.at(1, 2, "Comparing");
        var seen = new Comparison();
        for (var view : definitions.views()) {
            if (view.stored() && view.online()) {
                history.pages(
                        view, vectors.model(), clock.instant(), Instant.EPOCH, AT_ONCE, rows -> seen.look(view, rows));
            }
        }
        var sentence =
                "Wrote %d entries to Redis and read them back: %d values equal, %d different, %d entries missing."
                        .formatted(written, seen.equal, seen.different, seen.missing);
        return seen.different + seen.missing == 0 ? JobOutcome.done("%s", sentence) : JobOutcome.warned("%s", sentence);
    }

    private class Comparison {

        private long equal;
        private long different;
        private long missing;

        void look(FeatureView view, Map<String, EntityValues> rows) throws OnlineStoreAway {
            var held = online.read(rebuild.version(), vectors.model(), Map.of(view, rows.keySet()))
                    .get(view.name());
            rows.forEach((key, expected) -> compare(expected, held.get(key)));
        }

        private void compare(EntityValues expected, EntityValues found) {
            if (found == null) {
                missing++;
            } else if (!found.at().isAfter(expected.at())) {
                // what was written meanwhile is newer, and right
                for (int i = 0; i < expected.values().length; i++) {
                    if (Arrays.deepEquals(new Object[] {expected.values()[i]}, new Object[] {found.values()[i]})) {
                        equal++;
                    } else {
                        different++;
                    }
                }
            }
        }
    }
}
