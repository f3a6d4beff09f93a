package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

/** Measures {@link FeatureQuality}. */
@Singleton
class QualityJob implements Job {

    private static final int NAMED = 3;

    private final FeatureQuality quality;

    QualityJob(FeatureQuality quality) {
        this.quality = quality;
    }

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public String purpose() {
        return "Measures stored features against what their definitions expect and the week before";
    }

    @Override
    public JobOutcome run(Progress progress) throws SQLException {
        int lines = quality.measure().size();
        var stale = quality.freshness().stream()
                .filter(FeatureQuality.Freshness::stale)
                .map(FeatureQuality.Freshness::view)
                .toList();
        var alarms = quality.alarms();
        if (alarms.isEmpty() && stale.isEmpty()) {
            return JobOutcome.done("Measured %d features and days; all are as expected.", lines);
        }
        var named = alarms.stream()
                .limit(NAMED)
                .map(line -> " %s:%s: %s.".formatted(line.view(), line.feature(), line.alarm()))
                .collect(Collectors.joining());
        return JobOutcome.warned(
                "%s",
                "Measured %d features and days; %d are not as expected.%s%s"
                        .formatted(
                                lines,
                                alarms.size(),
                                named,
                                stale.isEmpty() ? "" : " Everything has expired in " + String.join(", ", stale) + "."));
    }
}
