package org.articlerecommender.features;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.articlerecommender.platform.StoreUnavailable;

/** Whether stored values are as their definitions expect: no value, range, drift by day, and how fresh each view is. */
@ApplicationScoped
public class FeatureQuality {

    /**
     * How fresh a view is.
     *
     * @param newest the moment of its newest row, null when it has none
     * @param stale whether all of it has expired
     * @param ahead whether the newest is of a moment that is not yet: it was dated by a clock that was ahead
     */
    public record Freshness(String view, Instant newest, boolean stale, boolean ahead) {

        static Freshness of(FeatureView view, Instant newest, Instant now) {
            return new Freshness(
                    view.name(),
                    newest,
                    newest != null && !newest.isAfter(now.minus(view.ttl())),
                    newest != null && newest.isAfter(now.plus(AHEAD)));
        }
    }

    // Two machines' clocks differ
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final FeatureDefinitions definitions;
    private final QualityTable table;
    private final Clock clock;
    private volatile List<QualityLine> last = List.of();
    private MultiGauge nullRates;
    private MultiGauge drifts;

    FeatureQuality(FeatureDefinitions definitions, QualityTable table, Clock clock) {
        this.definitions = definitions;
        this.table = table;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start, MeterRegistry metrics) {
        nullRates = MultiGauge.builder("features.null.rate").register(metrics);
        drifts = MultiGauge.builder("features.drift.psi").register(metrics);
        Gauge.builder("features.alarms", () -> alarms().size())
                .description("Features that are not as their definitions expect")
                .register(metrics);
        show(latest());
    }

    /** What was measured last, by view and feature. */
    public List<QualityLine> latest() {
        try {
            return table.latest();
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the quality of features", e);
        }
    }

    /** Of every stored view. */
    public List<Freshness> freshness() {
        var now = clock.instant();
        try {
            var all = new ArrayList<Freshness>();
            for (var view : stored()) {
                all.add(Freshness.of(view, table.newest(view).orElse(null), now));
            }
            return all;
        } catch (SQLException e) {
            throw new StoreUnavailable("reading how fresh features are", e);
        }
    }

    /** Measures today and yesterday. */
    List<QualityLine> measure() throws SQLException {
        var lines = new ArrayList<QualityLine>();
        var today = QualityTable.today(clock.instant());
        for (var view : stored()) {
            for (var day : List.of(today.minusDays(1), today)) {
                for (var line : table.measure(view, day)) {
                    var expected =
                            view.features().get(view.indexOf(line.feature())).expected();
                    lines.add(line.judged(expected));
                }
            }
        }
        table.save(lines);
        show(latest());
        return lines;
    }

    List<QualityLine> alarms() {
        return last.stream().filter(line -> line.alarm() != null).toList();
    }

    private List<FeatureView> stored() {
        return definitions.views().stream().filter(FeatureView::stored).toList();
    }

    private void show(List<QualityLine> lines) {
        last = lines;
        if (nullRates == null) {
            return;
        }
        nullRates.register(
                lines.stream()
                        .map(line -> MultiGauge.Row.of(tags(line), line.nullRate()))
                        .toList(),
                true);
        drifts.register(
                lines.stream()
                        .filter(line -> Objects.nonNull(line.psi()))
                        .map(line -> MultiGauge.Row.of(tags(line), line.psi()))
                        .toList(),
                true);
    }

    private static Tags tags(QualityLine line) {
        return Tags.of("view", line.view(), "feature", line.feature());
    }
}
