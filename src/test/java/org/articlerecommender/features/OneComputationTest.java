package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of feature has the same value however it is asked for; over random events of every type. */
@QuarkusTest
class OneComputationTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final List<ArticleId> ARTICLES = IntStream.range(1, 31)
            .mapToObj("2504.%05d"::formatted)
            .map(ArticleId::new)
            .toList();
    private static final List<ReaderId> READERS = List.of(new ReaderId("ada"), new ReaderId("bob"));
    private static final List<String> CATEGORIES = List.of("cs.IR", "cs.RO", "hep-th");
    private static final String PAIRS = """
            entity: %1$s
            join_keys: [user_id, %2$s]
            views:
              - name: every_kind_%2$s
                ttl: 36h
                source: {table: events.event}
                features:
                  - {name: clicks, dtype: int64, kind: count, event: click, window: 3d, default: 0, description: Clicks}
                  - {name: shown, dtype: int64, kind: count, event: impress, window: 5d, default: 0, description: Shown}
                  - {name: action_rate, dtype: float64, kind: rate, events: [expand, click], per: impress, window: 5d, prior: 0.1, strength: 5, default: 0.1, description: Rate}
                  - {name: open_ratio, dtype: float64, kind: ratio, events: [expand], per: [impress, click], window: 5d, default: 0, description: Ratio}
                  - {name: uniques, dtype: int64, kind: unique, event: expand, window: 5d, default: 0, description: Different articles}
                  - {name: liked, dtype: bool, kind: any, events: [like], window: 5d, description: Whether liked}
                  - {name: hours, dtype: float64, kind: recency, events: [click, save], window: 5d, default: 120, description: Hours since}
                  - {name: share, dtype: float64, kind: expression, formula: "clicks / (shown + 1)", default: 0, description: Share}
            """;
    private static final String OF_MANY_ARTICLES = """
                  - {name: acted, dtype: int64, kind: distinct, events: [click, save, like], window: 5d, default: 0, description: Different ones acted on}
                  - {name: titles, dtype: string, kind: titles, events: [click, save], window: 5d, description: Titles}
                  - {name: last, dtype: string, kind: last_value, of: articles, events: [click], window: 5d, description: The newest}
                  - {name: lately, dtype: "string[]", kind: last_values, events: [click, save], window: 5d, most: 3, description: The newest ones}
                  - {name: others, dtype: "map<string,float64>", kind: shares, of: authors, events: [click], window: 5d, half_life: 1d, description: Authors}
                  - {name: meaning, dtype: "float32[]", kind: mean_embedding, of: articles, events: [click, save], window: 5d, half_life: 1d, description: Their mean}
            """;
    private static final List<String> QUERIES = List.of("tea leaves", "robots, {on} ice");

    private final Parts parts;

    OneComputationTest(Parts parts) {
        this.parts = parts;
    }

    /** What is compared. */
    @jakarta.inject.Singleton
    record Parts(
            Observations observations,
            FeatureDefinitions definitions,
            FeatureStore store,
            CurrentFeatures current,
            FeatureHistory history,
            HistoricalFeatures historical,
            Push push,
            EventLog log,
            MoreDefinitions more,
            RedisDataSource redis,
            Catalog catalog,
            Embedding embedding,
            DataSource dataSource) {}

    @AfterEach
    void backToWhatShips() throws SQLException {
        parts.more().back();
    }

    @BeforeEach
    void articlesAndNoEvents() throws SQLException {
        parts.more()
                .apply(
                        PAIRS.formatted("reader_article", "entry_id"),
                        PAIRS.formatted("reader_category", "category") + OF_MANY_ARTICLES,
                        PAIRS.formatted("reader_author", "author") + OF_MANY_ARTICLES);
        execute("delete from events.event");
        for (var view : parts.definitions().views()) {
            if (view.computed()) {
                parts.redis()
                        .key(String.class)
                        .keys("features:%s:*".formatted(view.name()))
                        .forEach(parts.redis().key(String.class)::del);
                execute("delete from " + view.table());
            }
        }
        parts.catalog().save(ARTICLES.stream().map(OneComputationTest::article).toList());
        parts.embedding().embedNow(ARTICLES);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = parts.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Article article(ArticleId id) {
        return new Article(
                id,
                1,
                "On tea leaves, part " + id,
                "We read tea leaves.",
                List.of("Ada Quill", "O'Neil | 50% of " + category(id)),
                List.of("cs.DL", category(id)),
                category(id),
                NOW,
                NOW,
                LocalDate.now(ZoneOffset.UTC).minusDays(1),
                null,
                null,
                null,
                false,
                false);
    }

    private static String category(ArticleId id) {
        return CATEGORIES.get(ARTICLES.indexOf(id) % CATEGORIES.size());
    }

    private static EntityKeys keys(int i) {
        var article = ARTICLES.get(i % ARTICLES.size());
        return new EntityKeys(
                READERS.get(i % READERS.size()),
                article,
                category(article),
                article(article).authors().get(i % 2));
    }

    private static List<Event> events(Random random, int seconds) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < 150; i++) {
            var type = EventType.values()[random.nextInt(EventType.values().length)];
            events.add(new Event(
                    UUID.randomUUID(),
                    READERS.get(random.nextInt(READERS.size())),
                    type,
                    type.aboutArticle() ? ARTICLES.get(random.nextInt(ARTICLES.size())) : null,
                    null,
                    type == EventType.SEARCH ? QUERIES.get(random.nextInt(QUERIES.size())) : null,
                    NOW.minusSeconds(random.nextInt(seconds))));
        }
        return events;
    }

    private Object[] values(FeatureView view, Observation seen) {
        return Materialisation.values(view, seen);
    }

    @Test
    void aValueIsTheSameAloneAmongOthersAndWhateverCameLater() throws SQLException {
        var random = new Random(5);
        var events = events(random, 12 * 86_400);
        parts.log().record(events);
        var together = new HashMap<String, List<Object[]>>();
        var moments = new HashMap<String, List<Moment>>();
        for (var view : computed()) {
            var asked = new ArrayList<Moment>();
            for (int i = 0; i < 40; i++) {
                var key = keys(i).of(view.entity());
                // the moment of an event is the edge: what happens at a moment is not known at it
                asked.add(new Moment(key, events.get(i).at().plusNanos(i % 2 * 1000)));
            }
            moments.put(view.name(), asked);
            together.put(
                    view.name(),
                    parts.observations().of(view, asked).stream()
                            .map(seen -> values(view, seen))
                            .toList());
            for (int i = 0; i < asked.size(); i++) {
                var alone = parts.observations().of(view, List.of(asked.get(i))).get(0);
                assertSame(view, asked.get(i), together.get(view.name()).get(i), values(view, alone));
            }
        }
        var middle = NOW.minus(6, ChronoUnit.DAYS);
        execute("delete from events.event where at >= '%s'".formatted(middle));
        for (var view : computed()) {
            for (int i = 0; i < moments.get(view.name()).size(); i++) {
                var moment = moments.get(view.name()).get(i);
                if (!moment.at().isAfter(middle)) {
                    var then = parts.observations().of(view, List.of(moment)).get(0);
                    assertSame(view, moment, together.get(view.name()).get(i), values(view, then));
                }
            }
        }
    }

    private static void assertSame(FeatureView view, Moment moment, Object[] first, Object[] second) {
        for (int i = 0; i < first.length; i++) {
            assertThat(Arrays.deepEquals(new Object[] {first[i]}, new Object[] {second[i]}))
                    .as(
                            "%s:%s of %s is %s and %s",
                            view.name(), view.features().get(i).name(), moment, first[i], second[i])
                    .isTrue();
        }
    }

    private List<FeatureView> computed() {
        return parts.definitions().views().stream()
                .filter(FeatureView::computed)
                .toList();
    }

    @Test
    void modelsProgramsAndHistoryReadTheSameNumbers() {
        parts.log().record(events(new Random(6), 300));
        parts.push().flush();
        var names = parts.definitions().views().stream()
                .filter(view -> view.computed() || !view.stored())
                // a reader and an article do not say which author
                .filter(view -> view.entity() != Entity.READER_AUTHOR)
                .flatMap(view -> view.features().stream()
                        .filter(feature -> feature.dtype().number())
                        .map(feature -> view.name() + ":" + feature.name()))
                .toList();
        var reader = READERS.get(0);

        var served = parts.store().vectors(names, reader, ARTICLES).rows();

        var rows = ARTICLES.stream()
                .map(article -> new FeatureHistory.Row(reader, article, Instant.now()))
                .toList();
        var known = parts.history().vectors(names, rows).rows();
        var read = parts.current()
                .read(
                        names,
                        ARTICLES.stream()
                                .map(article -> EntityKeys.of(reader, article))
                                .toList())
                .rows();
        var joined = new ArrayList<HistoricalFeatures.Joined>();
        var asked = rows.stream()
                .map(row -> new HistoricalFeatures.Row(EntityKeys.of(row.reader(), row.article()), row.at()))
                .iterator();
        parts.historical().join(names, null, asked, joined::add);
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; column < names.size(); column++) {
                double value = served[i][column];
                var all = Map.of(
                        "history", known[i][column],
                        "a program", number(read.get(i).get(column)),
                        "the join", number(joined.get(i).readings().get(column)));
                for (var one : all.entrySet()) {
                    // an age goes on while the answers are made
                    assertThat(one.getValue())
                            .as("%s as %s reads it", names.get(column), one.getKey())
                            .isCloseTo(value, within(1e-3 * Math.max(1, Math.abs(value))));
                }
            }
        }
        assertThat(Arrays.stream(served).mapToDouble(row -> row[names.indexOf("reader_article:similar_and_read")]))
                .anyMatch(value -> value > 0);
        for (var pair :
                List.of("every_kind_entry_id:shown", "every_kind_category:clicks", "reader_category:clicks_30d")) {
            assertThat(Arrays.stream(served).mapToDouble(row -> row[names.indexOf(pair)]))
                    .as(pair)
                    .anyMatch(value -> value > 0);
        }
    }

    /** Against the plain definition: what the reader did to that article, to those of the category, of the author. */
    @Test
    void aPairCountsWhatTheReaderDidToItsArticles() {
        var events = events(new Random(7), 4 * 86_400).stream()
                .filter(event -> event.type() != EventType.FORGET && event.type() != EventType.UNFORGET)
                .toList();
        parts.log().record(events);
        for (var view : computed().stream().filter(one -> one.entity().pair()).toList()) {
            var clicks = view.features().stream()
                    .filter(feature -> feature.definition() instanceof StoredFeature.Count count
                            && count.event() == EventType.CLICK)
                    .findFirst()
                    .orElseThrow();
            var window = ((StoredFeature.Count) clicks.definition()).window();
            long all = 0;
            for (int i = 0; i < 60; i++) {
                var of = keys(i);
                long expected = events.stream()
                        .filter(event -> event.type() == EventType.CLICK
                                && event.reader().equals(of.reader())
                                && !event.at().isBefore(NOW.minus(window))
                                && event.at().isBefore(NOW)
                                && switch (view.entity()) {
                                    case READER_ARTICLE -> event.article().equals(of.article());
                                    case READER_CATEGORY ->
                                        category(event.article()).equals(of.category());
                                    default ->
                                        article(event.article()).authors().contains(of.author());
                                })
                        .count();
                var seen = parts.observations()
                        .of(view, List.of(new Moment(of.of(view.entity()), NOW)))
                        .get(0);
                assertThat(values(view, seen)[view.indexOf(clicks.name())])
                        .as("%s of %s", view.name(), of)
                        .isEqualTo(expected);
                all += expected;
            }
            assertThat(all).as(view.name()).isPositive();
        }
    }

    private static double number(FeatureReading reading) {
        return ((Number) reading.value()).doubleValue();
    }
}
