package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.articlerecommender.Eventually;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.Experiments;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Calibration;
import org.articlerecommender.ranking.Linear;
import org.articlerecommender.ranking.ModelRegistry;
import org.articlerecommender.ranking.Outcome;
import org.articlerecommender.ranking.ScoringModel;
import org.articlerecommender.ranking.ServedFeatures;
import org.articlerecommender.ranking.TrainedModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two models in one live list, from the draft to the credit. */
@QuarkusTest
class InterleavingTest {

    private static final ReaderId ADA = new ReaderId("ada-of-interleaving");

    private final Recommendations recommendations;
    private final ModelRegistry models;
    private final Experiments experiments;
    private final Rankings rankings;
    private final EventLog log;
    private final Catalog catalog;
    private final CandidateWindow window;
    private final ServedFeatures features;
    private final ObjectMapper json;
    private final DataSource dataSource;
    private final Clock clock;

    InterleavingTest(
            Recommendations recommendations,
            ModelRegistry models,
            Experiments experiments,
            Rankings rankings,
            EventLog log,
            Catalog catalog,
            CandidateWindow window,
            ServedFeatures features,
            ObjectMapper json,
            DataSource dataSource,
            Clock clock) {
        this.recommendations = recommendations;
        this.models = models;
        this.experiments = experiments;
        this.rankings = rankings;
        this.log = log;
        this.catalog = catalog;
        this.window = window;
        this.features = features;
        this.json = json;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @BeforeEach
    void articles() throws SQLException {
        execute("truncate training.model, events.event, events.ranking cascade");
        catalog.save(IntStream.range(0, 40)
                .mapToObj(i -> Invented.ofToday("9902.100%02d".formatted(i), "Paper number " + i, "cs.CY"))
                .toList());
        Eventually.holds(
                "the candidates follow the catalog",
                Duration.ofSeconds(10),
                () -> window.current().articles().size() >= 40);
    }

    @AfterEach
    void forget() throws SQLException {
        var serving = models.serving().id();
        if (serving != null) {
            models.find(serving).ifPresent(one -> models.rollback(one.id(), "the next test"));
        }
        execute("truncate training.model, events.event, events.ranking cascade");
        execute("delete from catalog.article where id like '9902.100%'");
    }

    @Test
    void aListIsDraftedByBothAndWhoeversLineIsOpenedGetsTheCredit() {
        var before = clock.instant().minusSeconds(60);
        models.add(model("old", 1));
        models.add(model("new", -1));
        models.promote("old", "first");
        models.challenge("new", "try");

        var list = recommendations.of(ADA, 10).ranking();

        assertThat(list.model()).isEqualTo("old");
        assertThat(rankings.find(list.id()).orElseThrow().arm()).isEqualTo("interleaved");
        rankings.rendered(list, 1, 10, clock.instant());
        assertThat(experiments.verdicts("old", "new", before)).isEmpty();
        list.items()
                .forEach(item -> log.record(List.of(new Event(
                        UUID.randomUUID(), ADA, EventType.EXPAND, item.article(), list.id(), null, clock.instant()))));
        assertThat(experiments.verdicts("old", "new", before)).singleElement().satisfies(verdict -> {
            // one line of ten explores and is nobody's
            assertThat(verdict.champion() + verdict.challenger()).isEqualTo(9);
            assertThat(Math.abs(verdict.champion() - verdict.challenger())).isLessThanOrEqualTo(5);
        });
    }

    @Test
    void anExploringLineIsKeptWithItsPoolAndEveryonesFeatures() {
        var before = clock.instant().minusSeconds(60);

        var list = recommendations.of(ADA, 10).ranking();
        rankings.rendered(list, 1, 10, clock.instant());

        assertThat(rankings.find(list.id()).orElseThrow().arm()).isEqualTo("default");
        assertThat(experiments.explored(before, clock.instant().plusSeconds(60)))
                .singleElement()
                .satisfies(one -> {
                    var line = one.line();
                    var item = list.items().get(line.position() - 1);
                    assertThat(line.pool().get(line.chosen())).isEqualTo(item.article());
                    assertThat(item.propensity()).isEqualTo(1.0 / line.pool().size());
                    assertThat(line.features()[line.chosen()]).isEqualTo(item.features());
                    assertThat(one.names()).isEqualTo(item.featureNames());
                    assertThat(one.expanded()).isFalse();
                });
    }

    private TrainedModel model(String id, double coefficient) {
        var name = features.names().get(0);
        var hash = features.hash(name).orElseThrow();
        var line = new Linear(new double[] {0}, new double[] {1}, new double[] {coefficient}, 0);
        var numbers = new ScoringModel(
                List.of(new ScoringModel.Feature(name, hash, 0)),
                List.of(new ScoringModel.Task(Outcome.EXPAND, 1, line, Calibration.NONE)));
        var now = clock.instant();
        return new TrainedModel(
                id,
                numbers.label(),
                TrainedModel.State.CANDIDATE,
                List.of(new TrainedModel.FeatureUsed(name, hash)),
                now,
                now,
                json.createObjectNode(),
                null,
                json.valueToTree(numbers),
                numbers.digest(),
                now,
                null,
                null);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
