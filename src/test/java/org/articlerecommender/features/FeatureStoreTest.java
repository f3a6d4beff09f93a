package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeatureStoreTest {

    private static final ReaderId ADA = new ReaderId("ada");
    private static final ArticleId RETRIEVAL = new ArticleId("2503.00001");
    private static final ArticleId ROBOTS = new ArticleId("2503.00002");
    private static final ArticleId UNKNOWN = new ArticleId("2503.99999");
    private static final List<String> SERVICE =
            DefinitionSource.shipped().service("feed_ranker_v1").orElseThrow();

    private final FeatureStore store;
    private final FeatureHistory history;
    private final EventLog log;
    private final Push push;
    private final Stores stores;

    FeatureStoreTest(FeatureStore store, FeatureHistory history, EventLog log, Push push, Stores stores) {
        this.store = store;
        this.history = history;
        this.log = log;
        this.push = push;
        this.stores = stores;
    }

    /** What a test needs besides the module's faces. */
    @jakarta.inject.Singleton
    record Stores(
            DataSource dataSource,
            RedisDataSource redis,
            Catalog catalog,
            Embedding embedding,
            AggregateJob aggregate,
            OnlineTable online,
            Vectors vectors,
            OnlineRebuild rebuild) {}

    @BeforeEach
    void twoArticlesAndNoEvents() throws Exception {
        try (var connection = stores.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from events.event");
            statement.execute("delete from features.user_daily_stats");
            statement.execute("delete from features.document_daily_stats");
        }
        stores.redis().flushall();
        stores.rebuild().run(stores.online());
        stores.catalog()
                .save(List.of(
                        article(RETRIEVAL, "Dense retrieval of passages", "cs.IR", "Ada Quill"),
                        article(ROBOTS, "Walking robots on ice", "cs.RO", "Rob Ot")));
        stores.embedding().embedNow(List.of(RETRIEVAL, ROBOTS));
    }

    private static Article article(ArticleId id, String title, String category, String author) {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        var submitted = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Article(
                id,
                1,
                title,
                "About " + title + ".",
                List.of(author),
                List.of(category, "cs.AI"),
                category,
                submitted,
                submitted,
                day,
                null,
                null,
                null,
                false,
                false);
    }

    private static Event event(EventType type, ArticleId article, String query, Instant at) {
        return new Event(UUID.randomUUID(), ADA, type, article, null, query, at);
    }

    private double value(String name, ReaderId reader, ArticleId article) {
        return store.vectors(List.of(name), reader, List.of(article)).rows()[0][0];
    }

    @Test
    void anActionIsInTheNextRequest() {
        log.record(List.of(event(EventType.CLICK, RETRIEVAL, null, Instant.now())));

        assertThat(value("user_daily_stats:clicks_7d", ADA, ROBOTS)).isEqualTo(1);
        assertThat(value("document_daily_stats:click", null, RETRIEVAL)).isEqualTo(1);
        assertThat(value("reader_article:title_similarity", ADA, RETRIEVAL)).isCloseTo(1, within(1e-5));
        assertThat(value("reader_article:title_similarity", ADA, ROBOTS)).isLessThan(0.9);
        assertThat(value("reader_article:category_share", ADA, ROBOTS)).isEqualTo(1);
        assertThat(value("reader_article:author_match", ADA, ROBOTS)).isZero();
        assertThat(value("reader_article:author_match", ADA, RETRIEVAL)).isEqualTo(1);
    }

    @Test
    void aSearchDrawsTheReaderToWhatItIsAbout() {
        log.record(List.of(event(EventType.SEARCH, null, "dense retrieval", Instant.now())));

        assertThat(value("reader_article:query_similarity", ADA, RETRIEVAL))
                .isGreaterThan(value("reader_article:query_similarity", ADA, ROBOTS) + 0.2);
    }

    @Test
    void whatIsMissingTakesItsDefault() {
        var vectors = store.vectors(SERVICE, new ReaderId("nobody"), List.of(UNKNOWN, RETRIEVAL));

        assertThat(vectors.rows()[0]).containsExactly(0, 0, 0, 0, 10, 0.05, 0, 0);
        assertThat(vectors.rows()[1][4]).isBetween(2.0, 3.0);
        assertThat(vectors.degraded()).isNull();
    }

    @Test
    void impressionsFollowWithAggregation() {
        log.record(List.of(event(EventType.IMPRESS, ROBOTS, null, Instant.now())));
        push.flush();

        assertThat(value("user_daily_stats:impressions_7d", ADA, ROBOTS)).isEqualTo(1);
        assertThat(value("document_daily_stats:action_rate", ADA, ROBOTS)).isCloseTo(1 / 21.0, within(1e-12));
    }

    @Test
    void servingAndHistoryGiveTheSameVector() {
        log.record(List.of(
                event(EventType.SEARCH, null, "robots, \"ice\" and {braces}", Instant.now()),
                event(EventType.IMPRESS, RETRIEVAL, null, Instant.now()),
                event(EventType.EXPAND, ROBOTS, null, Instant.now())));
        push.flush();

        var served = store.vectors(SERVICE, ADA, List.of(RETRIEVAL, ROBOTS));
        var now = Instant.now();
        var known = history.vectors(
                SERVICE,
                List.of(new FeatureHistory.Row(ADA, RETRIEVAL, now), new FeatureHistory.Row(ADA, ROBOTS, now)));

        for (int i = 0; i < 2; i++) {
            assertThat(known.rows()[i]).containsExactly(served.rows()[i], within(1e-4));
        }
    }

    @Test
    void historyKnowsNothingOfWhatCameLater() {
        var week = Instant.now().minus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        log.record(List.of(
                event(EventType.EXPAND, RETRIEVAL, null, week),
                event(EventType.CLICK, RETRIEVAL, null, week.plusSeconds(60))));
        stores.aggregate().run(Progress.SILENT);

        var names = List.of("user_daily_stats:expands_7d", "user_daily_stats:clicks_7d");
        var rows = List.of(week, week.plusSeconds(1), week.plusSeconds(60), week.plusSeconds(61)).stream()
                .map(at -> new FeatureHistory.Row(ADA, RETRIEVAL, at))
                .toList();
        assertThat(history.vectors(names, rows).rows()).isDeepEqualTo(new double[][] {{0, 0}, {1, 0}, {1, 0}, {1, 1}});
    }

    @Test
    void fillingHistoryAgainAddsNothing() throws SQLException {
        log.record(
                List.of(event(EventType.EXPAND, RETRIEVAL, null, Instant.now().minus(3, ChronoUnit.DAYS))));
        stores.aggregate().run(Progress.SILENT);

        assertThat(stores.aggregate().run(Progress.SILENT).sentence()).doesNotContain("late");
    }

    @Test
    void redisIsFilledFromHistoryWithTheSameValues() throws Exception {
        log.record(List.of(
                event(EventType.SEARCH, null, "walking", Instant.now()),
                event(EventType.CLICK, RETRIEVAL, null, Instant.now())));
        var before = store.vectors(SERVICE, ADA, List.of(RETRIEVAL, ROBOTS)).rows();
        stores.redis().flushall();

        stores.rebuild().run(stores.online());

        var after = store.vectors(SERVICE, ADA, List.of(RETRIEVAL, ROBOTS)).rows();
        for (int i = 0; i < 2; i++) {
            assertThat(after[i]).containsExactly(before[i], within(1e-4));
        }
        assertThat(stores.online().filling(stores.rebuild().version())).isEqualTo(OnlineTable.Filling.COMPLETE);
        assertThat(stores.online().filling("another")).isEqualTo(OnlineTable.Filling.OF_ANOTHER_VERSION);
    }

    @Test
    void anActionIsSeenThoughAReplicaWithAClockAheadWroteLast() throws Exception {
        log.record(List.of(event(EventType.CLICK, RETRIEVAL, null, Instant.now())));
        var view = DefinitionSource.shipped().view("user_daily_stats").orElseThrow();
        var values = new Object[view.features().size()];
        values[view.indexOf("clicks_7d")] = 1L;
        var ahead = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MICROS);
        var schema = view.schema(stores.vectors().model());
        stores.online().write(view, schema, Map.of("ada", new EntityValues(ahead, values)));

        log.record(List.of(event(EventType.CLICK, ROBOTS, null, Instant.now())));

        assertThat(value("user_daily_stats:clicks_7d", ADA, ROBOTS)).isEqualTo(2);
    }

    @Test
    void whileRedisIsEmptyHistoryAnswersAndSaysSo() throws Exception {
        log.record(List.of(event(EventType.CLICK, RETRIEVAL, null, Instant.now())));
        stores.redis().flushall();

        var empty = store.vectors(List.of("user_daily_stats:clicks_7d"), ADA, List.of(ROBOTS));
        stores.rebuild().run(stores.online());
        var filled = store.vectors(List.of("user_daily_stats:clicks_7d"), ADA, List.of(ROBOTS));

        assertThat(empty.rows()[0]).containsExactly(1);
        assertThat(empty.degraded()).contains("Redis is being filled");
        assertThat(filled.rows()[0]).containsExactly(1);
        assertThat(filled.degraded()).isNull();
    }

    @Test
    void refusesNamesOfWhatIsNoNumber() {
        var articles = List.of(RETRIEVAL);

        assertThatThrownBy(() -> store.vectors(List.of("user_daily_stats:query"), ADA, articles))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.vectors(List.of("nothing:there"), ADA, articles))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void b10_titlesAreOfResultsWithInteractionsAndNotOfImpressions() {
        log.record(List.of(
                event(EventType.IMPRESS, ROBOTS, null, Instant.now()),
                event(EventType.EXPAND, RETRIEVAL, null, Instant.now())));

        assertThat(stores.catalog().facts(Set.of(RETRIEVAL))).hasSize(1);
        assertThat(store.read(List.of(), ADA).features().orElseThrow().positives())
                .isEqualTo(1);
        assertThat(store.read(List.of(), ADA).features().orElseThrow().queryEmbedding())
                .isNull();
    }
}
