package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.ranking.ServedFeatures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PastListsTest {

    private static final ReaderId ADA = new ReaderId("ada-of-past-lists");
    private static final ArticleId OPENED = new ArticleId("2503.50001");
    private static final ArticleId PASSED = new ArticleId("2503.50002");
    private static final String EXPANDS = "document_daily_stats:expands_3d";

    private final PastLists lists;
    private final Rankings rankings;
    private final EventLog log;
    private final Jobs jobs;
    private final ServedFeatures features;
    private final DataSource dataSource;
    private final Clock clock;

    PastListsTest(
            PastLists lists,
            Rankings rankings,
            EventLog log,
            Jobs jobs,
            ServedFeatures features,
            DataSource dataSource,
            Clock clock) {
        this.lists = lists;
        this.rankings = rankings;
        this.log = log;
        this.jobs = jobs;
        this.features = features;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @BeforeEach
    @AfterEach
    void startWithNothing() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate events.event, events.ranking cascade");
        }
    }

    @Test
    void t3_aDetailViewOrAClickOutIsAPositiveAndAnImpressionAloneIsNot() {
        var at = clock.instant().minusSeconds(3600);
        var expanded = show(at, List.of());
        var clicked = show(at.plusSeconds(60), List.of());
        act(expanded, EventType.EXPAND, at.plusSeconds(5));
        act(clicked, EventType.CLICK, at.plusSeconds(65));

        var rows = lists.between(Instant.EPOCH, clock.instant()).rows();

        assertThat(rows).extracting(TrainingRow::positive).containsExactly(true, false, true, false);
    }

    @Test
    void t2_aRowHoldsWhatWasKnownBeforeTheListAndNothingDoneInItOrLater() {
        var now = clock.instant();
        var before = show(now.minus(Duration.ofHours(2)), List.of());
        act(before, EventType.EXPAND, now.minus(Duration.ofHours(1)));
        jobs.runNow("aggregate", JobRun.Trigger.HAND);
        show(clock.instant().plusSeconds(5), List.of());

        var set = lists.between(Instant.EPOCH, clock.instant().plusSeconds(60));

        int column = set.names().indexOf(EXPANDS);
        assertThat(set.rows()).hasSize(4);
        assertThat(set.rows().get(0).values()[column]).isZero();
        assertThat(set.rows().get(2).values()[column]).isEqualTo(1);
    }

    @Test
    void takesTheVectorAsServedWhereThereIsOne() {
        show(clock.instant().minusSeconds(60), features.names());

        var set = lists.between(Instant.EPOCH, clock.instant());

        assertThat(set.rows().get(0).values())
                .containsExactly(IntStream.range(0, features.names().size())
                        .mapToDouble(i -> i + 0.5)
                        .toArray());
    }

    @Test
    void aListWithoutFeaturesHasNoInterest() {
        show(clock.instant().minusSeconds(60), List.of());

        var set = lists.between(Instant.EPOCH, clock.instant());

        assertThat(set.rows().get(0).values()[set.names().indexOf(ServedFeatures.INTEREST)])
                .isNaN();
    }

    private ShownRanking show(Instant at, List<String> names) {
        var values = IntStream.range(0, names.size()).mapToDouble(i -> i + 0.5).toArray();
        var ranking = new ShownRanking(
                UUID.randomUUID(),
                ADA,
                ShownRanking.Kind.FEED,
                null,
                "similarity",
                "default",
                at,
                2,
                List.of(
                        new ShownRanking.Item(1, OPENED, 0.6, 1, names, values),
                        new ShownRanking.Item(2, PASSED, 0.5, 1, names, values)));
        rankings.save(ranking);
        rankings.rendered(ranking, 1, 2, at);
        return ranking;
    }

    private void act(ShownRanking ranking, EventType type, Instant at) {
        log.record(List.of(new Event(UUID.randomUUID(), ADA, type, OPENED, ranking.id(), null, at)));
    }
}
