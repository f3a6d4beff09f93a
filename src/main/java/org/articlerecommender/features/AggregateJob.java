package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

/** Computes all current features anew, fills gaps in their history and, when Redis lost them, fills it. */
@Singleton
class AggregateJob implements Job {

    static final String NAME = "aggregate";
    // covers a run or two that were missed
    private static final Duration LATE_ARRIVALS = Duration.ofDays(3);

    private final Materialisation materialisation;
    private final OnlineRebuild rebuild;
    private final OnlineTable online;
    private final FeatureDefinitions definitions;
    private final SqlSource sql;
    private final Clock clock;

    AggregateJob(
            Materialisation materialisation,
            OnlineRebuild rebuild,
            OnlineTable online,
            FeatureDefinitions definitions,
            SqlSource sql,
            Clock clock) {
        this.definitions = definitions;
        this.sql = sql;
        this.materialisation = materialisation;
        this.rebuild = rebuild;
        this.online = online;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return "Computes the features of readers and articles from what readers did";
    }

    @Override
    public JobOutcome run(Progress progress) {
        long late = materialisation.fillHistory(clock.instant().minus(LATE_ARRIVALS), progress);
        long readers = materialisation.refreshAll(Entity.READER, progress);
        long articles = materialisation.refreshAll(Entity.ARTICLE, progress);
        long pairs = Arrays.stream(Entity.values())
                .filter(Entity::pair)
                .mapToLong(entity -> materialisation.refreshAll(entity, progress))
                .sum();
        var left = new StringBuilder();
        for (var view : definitions.views()) {
            if (view.source().kind() == Source.Kind.SQL) {
                progress.at(0, 0, "Reading the source of " + view.name());
                left.append(sql.refresh(view).complaint(view));
            }
        }
        var sentence = "Computed the features of %d readers, %d articles and %d pairs.%s%s"
                .formatted(
                        readers,
                        articles,
                        pairs,
                        late == 0 ? "" : " Added %d rows of history for events that arrived late.".formatted(late),
                        left);
        try {
            if (online.filling(rebuild.version()) != OnlineTable.Filling.COMPLETE) {
                rebuild.run(online);
            }
            return left.isEmpty() ? JobOutcome.done("%s", sentence) : JobOutcome.warned("%s", sentence);
        } catch (OnlineStoreAway e) {
            return JobOutcome.warned("%s Redis did not answer; it is filled when it does.", sentence);
        }
    }
}
