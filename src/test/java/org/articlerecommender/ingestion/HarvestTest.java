package org.articlerecommender.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleFilter;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HarvestTest {

    private static final String KNOWN = Feeds.entry("2604.00001v1", "2026-04-10");

    private final Intake intake;
    private final HarvestMarks marks;
    private final Catalog catalog;
    private final IngestionConfig ingestion;
    private final DataSource dataSource;
    private final WireMockServer arxiv = new WireMockServer(options().dynamicPort());
    private final FakeTime time = new FakeTime("2026-04-12T10:00:00Z");

    HarvestTest(Intake intake, HarvestMarks marks, Catalog catalog, IngestionConfig ingestion, DataSource dataSource) {
        this.intake = intake;
        this.marks = marks;
        this.catalog = catalog;
        this.ingestion = ingestion;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void start() throws SQLException {
        forget();
        arxiv.start();
        arxiv.stubFor(any(anyUrl()).atPriority(10).willReturn(okForContentType("application/atom+xml", Feeds.feed())));
    }

    @AfterEach
    void stop() throws SQLException {
        arxiv.stop();
        forget();
    }

    @Test
    void takesInTheWindowAndSaysHowMuch() {
        answer("submittedDate:[202604100000", Feeds.feed(KNOWN, Feeds.entry("2604.00002v1", "2026-04-10")));
        answer("submittedDate:[202604020000", Feeds.feed(Feeds.entry("2604.00003v1", "2026-04-02")));

        var outcome = harvest();

        assertThat(outcome.sentence()).isEqualTo("3 articles read over 2 categories: 3 new or changed.");
        assertThat(outcome.warning()).isFalse();
        assertThat(ids()).containsExactlyInAnyOrder("2604.00001", "2604.00002", "2604.00003");
        assertThat(marks.lastHarvest()).contains(time.instant());
    }

    @Test
    void b5_storesACrossListedPaperOnce() {
        answer("submittedDate:[202604100000", Feeds.feed(2, KNOWN, KNOWN));

        harvest();

        assertThat(ids()).containsExactly("2604.00001");
        assertThat(find("2604.00001").categories()).containsExactly("cs.LG", "cs.IR");
    }

    @Test
    void b3_findsWhatWasAnnouncedLateForADayAlreadyRead() {
        answer("submittedDate:[202604100000", Feeds.feed(KNOWN));
        harvest();
        answer("submittedDate:[202604100000", Feeds.feed(KNOWN, Feeds.entry("2604.00009v1", "2026-04-10")));
        time.sleep(Duration.ofDays(1));

        var outcome = harvest();

        assertThat(outcome.sentence()).isEqualTo("2 articles read over 2 categories: 1 new or changed.");
        assertThat(ids()).containsExactlyInAnyOrder("2604.00001", "2604.00009");
    }

    @Test
    void takesNewVersionsOfKnownPapersFromBeforeTheWindowAndNoOthers() {
        answer("submittedDate:[202604100000", Feeds.feed(Feeds.entry("2604.00001v1", "2026-04-10")));
        harvest();
        time.sleep(Duration.ofDays(20));
        answer(
                "lastUpdatedDate:[202605010000",
                Feeds.feed(Feeds.entry("2604.00001v2", "2026-04-10"), Feeds.entry("2501.00001v7", "2025-01-02")));

        harvest();

        assertThat(ids()).containsExactly("2604.00001");
        assertThat(find("2604.00001").version()).isEqualTo(2);
    }

    @Test
    void showsTheSampleUntilArxivCanBeReached() {
        arxiv.stop();

        var outcome = harvest();

        assertThat(outcome.warning()).isTrue();
        assertThat(outcome.sentence())
                .startsWith("Sample articles are shown until arXiv can be read: arXiv (localhost)");
        assertThat(catalog.count(ArticleFilter.ALL)).isGreaterThanOrEqualTo(300);
        assertThat(intake.hasReal()).isFalse();
        assertThat(marks.lastHarvest()).isEmpty();
    }

    @Test
    void replacesTheSampleByRealArticles() {
        intake.showSample();
        answer("submittedDate:[202604100000", Feeds.feed(KNOWN));

        harvest();

        assertThat(ids()).containsExactly("2604.00001");
        assertThat(intake.hasReal()).isTrue();
    }

    @Test
    void warnsWhenArticlesAreMissing() {
        answer("submittedDate:[202604100000", Feeds.feed(3, KNOWN));
        arxiv.stubFor(about("submittedDate:[202604100000")
                .withQueryParam("start", containing("1"))
                .atPriority(1)
                .willReturn(okForContentType("application/atom+xml", Feeds.feed(3))));

        var outcome = harvest();

        assertThat(outcome.warning()).isTrue();
        assertThat(outcome.sentence()).contains("submissions of 2026-04-10 2 short of the 3 arXiv counts");
    }

    @Test
    void goesOnWhereTheLastRunStopped() {
        answer("submittedDate:[202604100000", Feeds.feed(KNOWN));
        for (var day : List.of("20260409", "20260408")) {
            arxiv.stubFor(about("submittedDate:[" + day + "0000")
                    .willReturn(aResponse().withStatus(503)));
        }
        var stopped = harvest();
        arxiv.stubFor(about("submittedDate:[202604090000")
                .willReturn(okForContentType(
                        "application/atom+xml", Feeds.feed(Feeds.entry("2604.00004v1", "2026-04-09")))));
        arxiv.stubFor(about("submittedDate:[202604080000")
                .willReturn(okForContentType("application/atom+xml", Feeds.feed())));
        arxiv.resetRequests();

        var outcome = harvest();

        assertThat(stopped.sentence()).contains("stopped early: arXiv answered 503");
        assertThat(ids()).containsExactlyInAnyOrder("2604.00001", "2604.00004");
        assertThat(outcome.sentence()).contains("2 parts were read by the run before");
        assertThat(asked("submittedDate:[202604100000")).isZero();
        assertThat(asked("submittedDate:[202604090000")).isEqualTo(1);
    }

    private JobOutcome harvest() {
        var config = TestSettings.arxiv("api-url", arxivUrl(), "categories", "cs.LG,cs.IR", "request-timeout", "5s");
        var pace = new Pace(new PaceTest.FakeSharedPace(), config, time, time);
        var client =
                new ArxivClient(new ArxivExchange(config, "1"), pace, config, time, time, new RequestLog(dataSource));
        return new Harvest(client, intake, marks, config, ingestion, time).run(Progress.SILENT);
    }

    private String arxivUrl() {
        return arxiv.isRunning() ? arxiv.url("/api/query") : "http://localhost:1/api/query";
    }

    private void answer(String queryPart, String feed) {
        arxiv.stubFor(about(queryPart).willReturn(okForContentType("application/atom+xml", feed)));
    }

    // The replacements of a day name the submissions that they leave out; those of the day itself begin so
    private static MappingBuilder about(String queryPart) {
        return get(urlPathEqualTo("/api/query")).withQueryParam("search_query", containing(" AND " + queryPart));
    }

    private long asked(String queryPart) {
        return arxiv.getAllServeEvents().stream()
                .filter(event -> event.getRequest()
                        .queryParameter("search_query")
                        .firstValue()
                        .contains(" AND " + queryPart))
                .count();
    }

    private List<String> ids() {
        return catalog.page(ArticleFilter.ALL, null, 1000).items().stream()
                .map(article -> article.id().value())
                .toList();
    }

    private Article find(String id) {
        return catalog.find(new ArticleId(id)).orElseThrow();
    }

    private void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from catalog.article");
            statement.execute("delete from ingestion.mark");
        }
    }
}
