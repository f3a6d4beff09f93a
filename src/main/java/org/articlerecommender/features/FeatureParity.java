package org.articlerecommender.features;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ServedLine;
import org.articlerecommender.platform.StoreUnavailable;

/** Whether what was served is what history says was known: a sample of served vectors, computed again. */
@ApplicationScoped
public class FeatureParity {

    private static final Duration SPAN = Duration.ofHours(24);
    private static final int SAMPLE = 1_000;
    // an age goes on by so much while a list is made
    private static final double TOLERANCE = 1e-4;

    private final FeatureDefinitions definitions;
    private final FeatureHistory history;
    private final Rankings rankings;
    private final ParityTable table;
    private final FeaturesConfig config;
    private final Clock clock;
    private volatile double share = Double.NaN;

    FeatureParity(
            FeatureDefinitions definitions,
            FeatureHistory history,
            Rankings rankings,
            ParityTable table,
            FeaturesConfig config,
            Clock clock) {
        this.definitions = definitions;
        this.history = history;
        this.rankings = rankings;
        this.table = table;
        this.config = config;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start, MeterRegistry metrics) {
        latest().ifPresent(report -> share = report.share());
        Gauge.builder("features.parity.equal", () -> share)
                .description("Share of sampled served feature values that history gives too")
                .register(metrics);
    }

    /** The newest report, empty before the first. */
    public Optional<ParityReport> latest() {
        try {
            return table.newest();
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the parity of features", e);
        }
    }

    /**
     * What speaks against promoting a model, in a sentence: values that are served are not those that it was trained on.
     * Empty when nothing does, also before the first report.
     */
    public Optional<String> objection() {
        return latest().filter(report -> report.share() < config.parityLeast())
                .map(report ->
                        "only %.1f %% of served feature values are those of the history (%s is the worst), at least %.1f %% are asked for"
                                .formatted(100 * report.share(), report.worst().feature(), 100 * config.parityLeast()));
    }

    /** Compares a sample of the last day's served vectors and keeps the report. */
    ParityReport measure() throws SQLException {
        var now = clock.instant();
        var report = compare(rankings.served(now.minus(SPAN), now, SAMPLE));
        table.add(report);
        share = report.share();
        return report;
    }

    private ParityReport compare(List<ServedLine> items) {
        var names = items.stream()
                .flatMap(item -> item.item().featureNames().stream())
                .distinct()
                .filter(name -> definitions
                        .find(name)
                        .filter(feature -> feature.dtype().number())
                        .isPresent())
                .toList();
        var rows = items.stream()
                .map(item -> new FeatureHistory.Row(item.reader(), item.item().article(), item.at()))
                .toList();
        var known =
                rows.isEmpty() ? new double[0][] : history.vectors(names, rows).rows();
        var counts = new TreeMap<String, long[]>();
        for (int i = 0; i < known.length; i++) {
            var served = items.get(i).item();
            for (int column = 0; column < names.size(); column++) {
                int at = served.featureNames().indexOf(names.get(column));
                if (at >= 0) {
                    var count = counts.computeIfAbsent(names.get(column), name -> new long[2]);
                    count[0]++;
                    count[1] += same(served.features()[at], known[i][column]) ? 1 : 0;
                }
            }
        }
        var lines = counts.entrySet().stream()
                .map(one -> new ParityReport.Line(one.getKey(), one.getValue()[0], one.getValue()[1]))
                .sorted(Comparator.comparingDouble(ParityReport.Line::share))
                .toList();
        return new ParityReport(
                clock.instant(),
                items.size(),
                lines.stream().mapToLong(ParityReport.Line::compared).sum(),
                lines.stream().mapToLong(ParityReport.Line::equal).sum(),
                lines);
    }

    private static boolean same(double served, double known) {
        return Math.abs(served - known) <= TOLERANCE * Math.max(1, Math.abs(known));
    }
}
