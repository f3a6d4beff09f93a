package org.articlerecommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RankerTest {

    private static final ArticleId RETRIEVAL = new ArticleId("2503.40001");
    private static final ArticleId QUBITS = new ArticleId("2503.40002");
    private static final ArticleId SEARCH = new ArticleId("2503.40003");
    private static final ArticleId UNKNOWN = new ArticleId("2503.49999");
    private static final ReaderId ADA = new ReaderId("ada-of-ranker-test");

    private final Ranker ranker;
    private final Catalog catalog;
    private final Embedding embedding;
    private final EventLog log;
    private final DataSource dataSource;
    private final Clock clock;

    RankerTest(Ranker ranker, Catalog catalog, Embedding embedding, EventLog log, DataSource dataSource, Clock clock) {
        this.ranker = ranker;
        this.catalog = catalog;
        this.embedding = embedding;
        this.log = log;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @BeforeEach
    void articles() throws SQLException {
        forget();
        catalog.save(List.of(
                article(RETRIEVAL, "Dense retrieval with small encoders", 2),
                article(QUBITS, "Cooling of superconducting qubits", 0),
                article(SEARCH, "Neural search engines that retrieve passages", 1)));
        embedding.embedMissing(Progress.SILENT);
    }

    @AfterEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from catalog.article where id like '2503.4%'");
            statement.execute("delete from events.event where reader = 'ada-of-ranker-test'");
        }
    }

    @Test
    void everyCandidateComesBackOnceAndUnknownOnesToo() {
        var ranking = ranker.rank(ranker.known(ADA), List.of(UNKNOWN, QUBITS, SEARCH));

        assertThat(ranking.lines())
                .extracting(Ranking.Line::article)
                .containsExactlyInAnyOrder(UNKNOWN, QUBITS, SEARCH);
        assertThat(ranking.lines())
                .allMatch(
                        line -> line.features().length == ranking.featureNames().size());
    }

    @Test
    void a8_givesTheUnknownReaderTheNewestFirst() {
        var ranking = ranker.rank(ranker.known(null), List.of(RETRIEVAL, SEARCH, QUBITS));

        assertThat(ranking.model()).isEqualTo("newest-and-most-read");
        assertThat(ranking.lines()).extracting(Ranking.Line::article).containsExactly(QUBITS, SEARCH, RETRIEVAL);
    }

    @Test
    void whatAReaderLikedOrdersTheirNextList() {
        act(EventType.LIKE, RETRIEVAL);

        var ranking = ranker.rank(ranker.known(ADA), List.of(QUBITS, SEARCH));

        assertThat(ranking.model()).isEqualTo("similarity-and-interest");
        assertThat(ranking.lines()).extracting(Ranking.Line::article).containsExactly(SEARCH, QUBITS);
    }

    @Test
    void whatWasTakenBackDoesNotCount() {
        act(EventType.LIKE, RETRIEVAL);
        act(EventType.UNLIKE, RETRIEVAL);

        var line = ranker.rank(ranker.known(ADA), List.of(SEARCH));

        assertThat(line.lines().get(0).features()[line.featureNames().indexOf(ServedFeatures.INTEREST)])
                .isZero();
    }

    @Test
    void namesTheLikedArticleThatIsNearest() {
        act(EventType.SAVE, RETRIEVAL);
        act(EventType.SAVE, QUBITS);
        var known = ranker.known(ADA);
        var ranking = ranker.rank(known, List.of(SEARCH));

        var why = ranker.explain(known, ranking, ranking.lines()).get(0);

        assertThat(why.nearest()).isEqualTo(RETRIEVAL);
        assertThat(why.contributions())
                .extracting(Explanation.Contribution::feature)
                .contains(ServedFeatures.INTEREST);
    }

    @Test
    void ordersNothing() {
        assertThat(ranker.rank(ranker.known(ADA), List.of()).lines()).isEmpty();
    }

    private void act(EventType type, ArticleId article) {
        log.record(List.of(new Event(UUID.randomUUID(), ADA, type, article, null, null, clock.instant())));
    }

    private Article article(ArticleId id, String title, int daysAgo) {
        Instant now = clock.instant();
        return new Article(
                id,
                1,
                title,
                title + ", told at length.",
                List.of("Ada Example"),
                List.of("cs.IR"),
                "cs.IR",
                now,
                now,
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(daysAgo),
                null,
                null,
                null,
                false,
                false);
    }
}
