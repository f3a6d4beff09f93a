package org.articlerecommender.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.platform.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MadeListTest {

    private static final ReaderId READER = new ReaderId("reader, \"{of}\" made-list-test");
    private static final Instant AT = Instant.parse("2031-05-01T08:00:00.123456Z");

    private final Rankings rankings;
    private final Experiments experiments;
    private final DataSource dataSource;

    MadeListTest(Rankings rankings, Experiments experiments, DataSource dataSource) {
        this.rankings = rankings;
        this.experiments = experiments;
        this.dataSource = dataSource;
    }

    @AfterEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from events.event where reader like '%made-list-test'");
            statement.execute(
                    "delete from events.ranking where reader like '%made-list-test' or model = 'made-list-test'");
        }
    }

    @Test
    void comesBackAsItWasStored() {
        var list = list(READER, "a question", List.of("one:a", "two, \"b\" {c}", "three:\\\\d"), 3);

        rankings.save(new MadeList(list, null, List.of()));

        assertThat(rankings.find(list.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(list);
    }

    @Test
    void aListForNobodyHasNeitherReaderNorQueryNorFeatures() {
        var list = list(null, null, List.of(), 2);

        rankings.save(new MadeList(list, null, List.of()));

        assertThat(rankings.find(list.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(list);
    }

    @Test
    void aListWithoutLinesIsStored() {
        var list = list(READER, null, List.of(), 0);

        rankings.save(new MadeList(list, null, List.of()));

        assertThat(rankings.find(list.id()))
                .hasValueSatisfying(found -> assertThat(found.items()).isEmpty());
    }

    @Test
    void keepsWhatEachExploringLineWasDrawnFrom() {
        var list = list(READER, null, List.of("one:a", "one:b"), 4);
        var first = new Exploration(2, 1, pool(3), new double[][] {{1, 2}, {0.1, -0.0}, {Double.MIN_VALUE, 1e300}});
        var second = new Exploration(4, 0, pool(1), new double[][] {{7, 8}});
        rankings.save(new MadeList(list, null, List.of(first, second)));
        see(list, 2);
        see(list, 4);

        var explored = experiments.explored(AT.minus(Duration.ofHours(1)), AT.plus(Duration.ofHours(1))).stream()
                .filter(one -> one.ranking().equals(list.id()))
                .toList();

        assertThat(explored)
                .extracting(one -> one.line().position(), one -> one.line().chosen())
                .containsExactly(tuple(2, 1), tuple(4, 0));
        assertThat(explored.get(0).line().pool()).isEqualTo(first.pool());
        assertThat(explored.get(0).line().features()).isDeepEqualTo(first.features());
        assertThat(explored.get(1).line().pool()).isEqualTo(second.pool());
        assertThat(explored.get(1).line().features()).isDeepEqualTo(second.features());
        assertThat(explored.get(0).names()).containsExactly("one:a", "one:b");
    }

    @Test
    void aListThatIsThereStaysAsItIs() {
        var list = list(READER, null, List.of("one:a"), 2);
        rankings.save(new MadeList(list, null, List.of()));
        var other = new ShownRanking(
                list.id(), READER, ShownRanking.Kind.API, "other", "made-list-test", "other", AT, 9, list.items());

        rankings.save(new MadeList(other, new Draft(list.id(), "one", "two", "AB"), List.of()));

        assertThat(rankings.find(list.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(list);
    }

    @Test
    void aListThatCannotBeStoredLeavesNothing() throws SQLException {
        var list = list(READER, null, List.of("one:a"), 2);
        var bad = new Draft(UUID.randomUUID(), "one", "of a list that is not there", "AB");

        assertThatThrownBy(() -> rankings.save(new MadeList(list, bad, List.of())))
                .isInstanceOf(StoreUnavailable.class);

        assertThat(rankings.find(list.id())).isEmpty();
    }

    private void see(ShownRanking list, int position) {
        var article = list.items().get(position - 1).article();
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "insert into events.event (id, reader, type, article, ranking, at) values (?, ?, 'impress', ?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, READER.value());
            insert.setString(3, article.value());
            insert.setObject(4, list.id());
            insert.setObject(5, AT.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ShownRanking list(ReaderId reader, String query, List<String> names, int lines) {
        var items = IntStream.range(0, lines)
                .mapToObj(i -> new ShownRanking.Item(
                        i + 1,
                        pool(lines).get(i),
                        1.0 / (i + 3),
                        i % 2 == 0 ? 1 : 0.02,
                        names,
                        IntStream.range(0, names.size())
                                .mapToDouble(j -> i + j / 7.0)
                                .toArray()))
                .toList();
        return new ShownRanking(
                UUID.randomUUID(),
                reader,
                ShownRanking.Kind.FEED,
                query,
                "made-list-test",
                "default",
                AT.truncatedTo(ChronoUnit.MICROS),
                lines,
                items);
    }

    private static List<ArticleId> pool(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new ArticleId("2503.7%04d".formatted(i)))
                .toList();
    }
}
