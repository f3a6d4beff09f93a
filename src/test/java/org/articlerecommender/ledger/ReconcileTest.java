package org.articlerecommender.ledger;

import static io.restassured.RestAssured.given;
import static org.articlerecommender.ledger.FakeListing.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.ingestion.ArxivConfig;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReconcileTest {

    private static final Instant NOW = Instant.parse("2026-04-10T06:00:00Z");

    private final LedgerTable table;
    private final Catalog catalog;
    private final ArticleVectors vectors;
    private final ArxivConfig config;
    private final DataSource dataSource;
    private FakeListing arxiv;

    ReconcileTest(
            LedgerTable table, Catalog catalog, ArticleVectors vectors, ArxivConfig config, DataSource dataSource) {
        this.table = table;
        this.catalog = catalog;
        this.vectors = vectors;
        this.config = config;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void start() throws SQLException {
        forget();
        arxiv = new FakeListing(catalog, "2604.00001", "2604.00002", "2604.00003");
    }

    @AfterEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from catalog.article");
            statement.execute("delete from ledger.day");
        }
    }

    @Test
    void fetchesWhatAShortDayLacksAndSaysThatTheGapIsClosed() {
        catalog.save(List.of(Invented.article("2604.00001", 1, "Lamp", "cs.LG", DAY)));

        run(NOW);

        var day = table.find(config.categories().get(0), DAY).orElseThrow();
        assertThat(day.expected()).isEqualTo(3);
        assertThat(day.stored()).isEqualTo(3);
        assertThat(day.fetched()).isEqualTo(2);
        assertThat(day.missing()).isZero();
        assertThat(day.closed()).isTrue();
        assertThat(day.lagSeconds()).isEqualTo(Duration.ofHours(6).toSeconds());
    }

    @Test
    void namesWhatArxivCountsAndDoesNotHave() {
        arxiv.countedTooMany = 2;

        var outcome = run(NOW);

        var day = table.find("cs.LG", DAY).orElseThrow();
        assertThat(day.lacking()).isEqualTo(2);
        assertThat(day.note()).isEqualTo("arXiv counts 5 and lists 3");
        assertThat(outcome.sentence()).contains("of them arXiv itself lacks");
    }

    @Test
    void goesByTheFeedPaperByPaperWhereItWasRead() {
        arxiv.named.addAll(List.of(new ArticleId("2604.00001"), new ArticleId("2604.00009")));

        run(NOW);

        var day = table.find("cs.LG", DAY).orElseThrow();
        assertThat(day.expectedBy()).isEqualTo("feed");
        assertThat(day.expected()).isEqualTo(2);
        assertThat(day.stored()).isEqualTo(1);
        assertThat(day.note()).isEqualTo("arXiv's feed names 2604.00009, and its query API does not have it");
    }

    @ParameterizedTest
    @CsvSource({"PT10M, false", "PT2H, true", "P5D, true"})
    void asksAgainAboutADayUntilItIsSettled(Duration later, boolean again) {
        run(NOW);
        int before = arxiv.questions;

        run(NOW.plus(later));

        assertThat(arxiv.questions > before).isEqualTo(again);
    }

    @Test
    void leavesASettledDayAloneUntilSomethingIsMissing() throws SQLException {
        run(NOW.plus(Duration.ofDays(5)));
        int before = arxiv.questions;
        run(NOW.plus(Duration.ofDays(6)));
        assertThat(arxiv.questions).isEqualTo(before);
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from catalog.article where id = '2604.00002'");
        }

        run(NOW.plus(Duration.ofDays(7)));

        assertThat(catalog.find(new ArticleId("2604.00002"))).isPresent();
    }

    @Test
    void showsTheLedgerToTheOperatorAndToPrograms() {
        run(Instant.now());

        given().get("/api/v1/ledger?from=2026-04-01&to=2026-04-30&category=cs.LG")
                .then()
                .statusCode(200)
                .body("items[0].category", equalTo("cs.LG"))
                .body("items[0].expected", equalTo(3))
                .body("items[0].missing", equalTo(0));
        given().get("/operator").then().statusCode(200).body(containsString("id=\"ledger\""));
        given().get("/q/metrics").then().body(containsString("ledger_missing"));
    }

    @ParameterizedTest
    @CsvSource({"from=yesterday, from", "to=2026-13-01, to", "from=2026-05-02&to=2026-05-01, from"})
    void refusesWhatIsNoDay(String query, String field) {
        given().get("/api/v1/ledger?" + query).then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    private JobOutcome run(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Reconcile(new RollCall(arxiv, catalog, vectors, clock), table, arxiv, config, clock)
                .run(Progress.SILENT);
    }
}
