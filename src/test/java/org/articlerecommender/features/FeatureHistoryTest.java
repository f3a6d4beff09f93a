package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.Observation.OfArticle.Counted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeatureHistoryTest {

    private static final FeatureView READERS =
            DefinitionSource.shipped().view("user_daily_stats").orElseThrow();
    private static final FeatureView ARTICLES =
            DefinitionSource.shipped().view("document_daily_stats").orElseThrow();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private final HistoryTable history;
    private final HistoryWriter writer;
    private final ObservationTable observations;
    private final OnlineTable online;
    private final OnlineRebuild rebuild;
    private final EventLog log;
    private final Vectors vectors;
    private final DataSource dataSource;

    FeatureHistoryTest(
            HistoryTable history,
            HistoryWriter writer,
            ObservationTable observations,
            OnlineTable online,
            OnlineRebuild rebuild,
            EventLog log,
            Vectors vectors,
            DataSource dataSource) {
        this.vectors = vectors;
        this.history = history;
        this.writer = writer;
        this.observations = observations;
        this.online = online;
        this.rebuild = rebuild;
        this.log = log;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void empty() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from events.event");
            for (var view : stored()) {
                statement.execute("delete from " + view.table());
            }
        }
    }

    private static List<FeatureView> stored() {
        return DefinitionSource.shipped().views().stream()
                .filter(FeatureView::stored)
                .toList();
    }

    @Test
    void servingAndHistoryGiveTheSameValueForEveryKind() throws Exception {
        online.mark(rebuild.version());
        var random = new Random(11);
        for (var view : stored()) {
            var rows = new LinkedHashMap<Moment, EntityValues>();
            for (int i = 0; i < 40; i++) {
                var at = NOW.minusSeconds(i);
                var key = "2503.0000" + i % 10 + "-" + i;
                rows.put(
                        new Moment(view.entity().pair() ? PackedKey.of("ada | 5%", key) : key, at),
                        new EntityValues(
                                at, PackedValuesTest.random(view, random).values()));
            }

            writer.append(view, vectors.model(), rows);
            var byKey = new LinkedHashMap<String, EntityValues>();
            rows.forEach((moment, values) -> byKey.put(moment.key(), values));
            online.write(view, view.schema(vectors.model()), byKey);

            var moments = List.copyOf(rows.keySet());
            var known = history.asOf(view, vectors.model(), moments);
            var served = online.read(rebuild.version(), vectors.model(), Map.of(view, byKey.keySet()))
                    .get(view.name());
            for (int i = 0; i < moments.size(); i++) {
                var expected = rows.get(moments.get(i));
                assertThat(known.get(i).at()).isEqualTo(expected.at());
                assertThat(served.get(moments.get(i).key()).at()).isEqualTo(expected.at());
                assertThat(Arrays.deepEquals(known.get(i).values(), expected.values()))
                        .isTrue();
                assertThat(Arrays.deepEquals(served.get(moments.get(i).key()).values(), expected.values()))
                        .isTrue();
            }
        }
    }

    @Test
    void f8_whatHasExpiredIsNotKnown() throws SQLException {
        var values = new EntityValues(NOW, new Object[ARTICLES.features().size()]);
        writer.append(ARTICLES, "model", Map.of(new Moment("2503.00001", NOW), values));

        var known = history.asOf(
                ARTICLES,
                "model",
                List.of(
                        new Moment("2503.00001", NOW.minusSeconds(1)),
                        new Moment("2503.00001", NOW),
                        new Moment("2503.00001", NOW.plus(Duration.ofDays(10)).minusSeconds(1)),
                        new Moment("2503.00001", NOW.plus(Duration.ofDays(10)))));

        assertThat(known).extracting(one -> one != null).containsExactly(false, true, true, false);
    }

    @Test
    void theNewerMomentStaysWhoeverWritesLast() throws Exception {
        online.mark(rebuild.version());
        var count = ARTICLES.indexOf("click");
        var newer = new Object[ARTICLES.features().size()];
        newer[count] = 2L;
        var older = new Object[ARTICLES.features().size()];
        older[count] = 1L;

        online.write(ARTICLES, ARTICLES.schema("model"), Map.of("2503.00077", new EntityValues(NOW, newer)));
        online.write(
                ARTICLES,
                ARTICLES.schema("model"),
                Map.of("2503.00077", new EntityValues(NOW.minusNanos(1000), older)));

        assertThat(online.read(rebuild.version(), "model", Map.of(ARTICLES, List.of("2503.00077")))
                        .get(ARTICLES.name())
                        .get("2503.00077")
                        .values()[count])
                .isEqualTo(2L);
    }

    @Test
    void countsAreThoseOfTheEventsOneByOne() throws SQLException {
        var random = new Random(3);
        var types = List.of(EventType.CLICK, EventType.IMPRESS, EventType.EXPAND);
        var articles = List.of("2503.00001", "2503.00002", "2503.00003");
        var events = new ArrayList<Event>();
        for (int i = 0; i < 300; i++) {
            events.add(new Event(
                    UUID.randomUUID(),
                    new ReaderId("reader " + i % 5),
                    types.get(random.nextInt(3)),
                    new ArticleId(articles.get(random.nextInt(3))),
                    null,
                    null,
                    NOW.minusSeconds(random.nextInt(20 * 86_400))));
        }
        log.record(events);
        var needed = Set.of(
                new Counted(EventType.CLICK, Duration.ofDays(3)),
                new Counted(EventType.CLICK, Duration.ofDays(10)),
                new Counted(EventType.IMPRESS, Duration.ofDays(10)));
        var moments = new ArrayList<Moment>();
        for (var article : articles) {
            // the moments of events themselves are the edge: what happens at a moment is not known at it
            events.stream().limit(10).forEach(event -> moments.add(new Moment(article, event.at())));
        }

        var counts = observations.counts(moments, needed);

        for (int i = 0; i < moments.size(); i++) {
            var moment = moments.get(i);
            for (var one : needed) {
                long expected = events.stream()
                        .filter(event -> event.type() == one.type()
                                && event.article().value().equals(moment.key())
                                && event.at().isBefore(moment.at())
                                && !event.at().isBefore(moment.at().minus(one.window())))
                        .count();
                assertThat(
                                counts.get(i).containsKey(one)
                                        ? counts.get(i).get(one).events()
                                        : 0L)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void withoutRedisAReadersValuesComeFromHistoryAndTheAnswerSaysSo() throws SQLException {
        var values = PackedValuesTest.random(READERS, new Random(2)).values();
        var vertx = Vertx.vertx();
        var vectors = new NoVectors();
        var dead = OnlineTableTest.dead(vertx, Clock.systemUTC());
        writer.append(READERS, vectors.model(), Map.of(new Moment("ada", NOW), new EntityValues(NOW, values)));

        var found = new CurrentValues(dead, history, vectors, rebuild, Clock.systemUTC())
                .of(Map.of(READERS, List.of("ada")));

        assertThat(Arrays.deepEquals(found.of(READERS).get("ada").values(), values))
                .isTrue();
        assertThat(found.degraded()).contains("Redis").contains("PostgreSQL");
        vertx.closeAndAwait();
    }

    private static class NoVectors implements Vectors {
        @Override
        public String model() {
            return "model";
        }

        @Override
        public List<float[]> texts(List<String> texts) {
            throw new IllegalStateException("no text needs a vector here");
        }

        @Override
        public Map<ArticleId, float[]> articles(java.util.Collection<ArticleId> articles) {
            return Map.of();
        }
    }
}
