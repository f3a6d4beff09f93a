package org.articlerecommender.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.ArticleSources;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The announcement feed, OAI-PMH and the query API, one after the other, over one catalog. */
@QuarkusTest
class SourcesTest {

    private static final String EMPTY_OAI = OaiPages.page(null, 0);

    private final Intake intake;
    private final Catalog catalog;
    private final ArticleSources sources;
    private final IngestionConfig ingestion;
    private final DataSource dataSource;
    private final WireMockServer arxiv = new WireMockServer(options().dynamicPort());
    private final FakeTime time = new FakeTime("2026-04-13T05:00:00Z");

    SourcesTest(
            Intake intake, Catalog catalog, ArticleSources sources, IngestionConfig ingestion, DataSource dataSource) {
        this.intake = intake;
        this.catalog = catalog;
        this.sources = sources;
        this.ingestion = ingestion;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void start() throws SQLException {
        forget();
        arxiv.start();
        arxiv.stubFor(any(urlPathEqualTo("/api/query")).willReturn(ok(Feeds.feed())));
        arxiv.stubFor(any(urlPathEqualTo("/oai")).atPriority(10).willReturn(ok(EMPTY_OAI)));
    }

    @AfterEach
    void stop() throws SQLException {
        arxiv.stop();
        forget();
    }

    @Test
    void takesInWhatTheFeedAnnouncesAndKeepsTheAnnouncement() throws IOException {
        arxiv.stubFor(get(urlPathEqualTo("/rss/cs.LG")).willReturn(ok().withBody(AtomFeedTest.resource("feed.xml"))));

        var outcome = feed();

        assertThat(outcome.sentence()).startsWith("3 announcements read over 1 categories: 2 articles new or changed");
        assertThat(find("2604.02001").announced()).isEqualTo("2026-04-13");
        assertThat(catalog.find(new ArticleId("hep-th/9901001"))).isEmpty();
        assertThat(new AnnouncementTable(dataSource).arrived("cs.LG", LocalDate.parse("2026-04-13")))
                .extracting(ArticleId::value)
                .containsExactly("2604.02001", "2604.02002");
    }

    @Test
    void learnsTheExactDatesFromTheQueryApiAndKeepsTheDayFromTheFeed() throws IOException {
        arxiv.stubFor(get(urlPathEqualTo("/rss/cs.LG")).willReturn(ok().withBody(AtomFeedTest.resource("feed.xml"))));
        arxiv.stubFor(get(urlPathEqualTo("/api/query"))
                .withQueryParam("id_list", equalTo("2604.02001,2604.02002"))
                .willReturn(ok(Feeds.feed(Feeds.entry("2604.02001v1", "2026-04-09")))));

        feed();

        assertThat(find("2604.02001").published()).isEqualTo(Instant.parse("2026-04-09T09:00:00Z"));
        assertThat(find("2604.02001").announced()).isEqualTo("2026-04-13");
        var origin = sources.of(new ArticleId("2604.02001")).orElseThrow();
        assertThat(origin.toldBy()).isEqualTo("api");
        assertThat(origin.dayBy()).isEqualTo("feed");
        assertThat(origin.confirmed()).isTrue();
        assertThat(sources.unconfirmed(10)).containsExactly(new ArticleId("2604.02002"));
    }

    @Test
    void readsOaiPageByPageAndBeginsTheNextTimeWhereItEnded() {
        oai(OaiPages.page("t1", 3, OaiPages.record("2604.00001", "2026-04-08")), "from", "2026-04-03");
        oai(
                OaiPages.page(
                        null,
                        3,
                        OaiPages.record("2604.00002", "2026-04-09"),
                        OaiPages.record("2604.00003", "2026-04-10")),
                "resumptionToken",
                "t1");

        var outcome = oaiJob();
        oaiJob();

        assertThat(outcome.sentence()).startsWith("3 records read in 1 sets: 3 articles new or changed");
        assertThat(asked("from=2026-04-12")).isEqualTo(1);
        assertThat(asked("metadataPrefix=arXiv&from=2026-04-03&set=cs%3Acs%3ALG"))
                .isEqualTo(1);
    }

    @Test
    void goesOnFromTheLastDatestampWhenATokenHasExpired() {
        oai(
                OaiPages.page(
                        "t1",
                        3,
                        OaiPages.record("2604.00001", "2026-04-08"),
                        OaiPages.record("2604.00002", "2026-04-09")),
                "from",
                "2026-04-03");
        oai(OaiPages.error("badResumptionToken"), "resumptionToken", "t1");
        oai(
                OaiPages.page(
                        null,
                        2,
                        OaiPages.record("2604.00002", "2026-04-09"),
                        OaiPages.record("2604.00003", "2026-04-10")),
                "from",
                "2026-04-09");

        var outcome = oaiJob();

        assertThat(outcome.sentence())
                .startsWith("4 records read in 1 sets: 3 articles new or changed")
                .contains("1 resumption tokens had expired");
        assertThat(asked("from=2026-04-09")).isEqualTo(1);
    }

    @Test
    void beginsTheListAgainWhenItDidNotComeInOrder() {
        oai(
                OaiPages.page(
                        "t1",
                        3,
                        OaiPages.record("2604.00002", "2026-04-09"),
                        OaiPages.record("2604.00001", "2026-04-08")),
                "from",
                "2026-04-03");
        oai(OaiPages.error("badResumptionToken"), "resumptionToken", "t1");

        assertThatThrownBy(this::oaiJob).hasMessageContaining("arXiv lets every resumption token expire");

        assertThat(asked("from=2026-04-03")).isGreaterThan(1);
        assertThat(asked("from=2026-04-09")).isZero();
    }

    @Test
    void goesOnWithTheTokenAfterARunThatBrokeOff() {
        oai(OaiPages.page("t1", 2, OaiPages.record("2604.00001", "2026-04-08")), "from", "2026-04-03");
        arxiv.stubFor(get(urlPathEqualTo("/oai"))
                .withQueryParam("resumptionToken", equalTo("t1"))
                .willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(this::oaiJob).hasMessageContaining("arXiv answered 503");
        oai(OaiPages.page(null, 2, OaiPages.record("2604.00002", "2026-04-09")), "resumptionToken", "t1");

        oaiJob();

        assertThat(find("2604.00002").version()).isEqualTo(1);
        assertThat(asked("from=2026-04-03")).isEqualTo(1);
    }

    @Test
    void keepsAPaperThatArxivHasRemovedAsWithdrawn() {
        catalog.save(List.of(Invented.old("2401.00001", "Lamps")));
        oai(OaiPages.page(null, 1, OaiPages.removed("2401.00001", "2026-04-10")), "from", "2026-04-03");

        oaiJob();

        assertThat(find("2401.00001").withdrawn()).isTrue();
    }

    @Test
    void takesDublinCoreWhenArxivsOwnFormatIsRefused() throws IOException {
        catalog.save(List.of(Invented.article("math/0306266", 1, "Lamps", "math.CO", LocalDate.parse("2003-06-19"))));
        oai(OaiPages.error("cannotDisseminateFormat"), "metadataPrefix", "arXiv");
        arxiv.stubFor(get(urlPathEqualTo("/oai"))
                .withQueryParam("metadataPrefix", equalTo("oai_dc"))
                .willReturn(ok().withBody(AtomFeedTest.resource("oai-dc.xml"))));

        oaiJob();

        assertThat(find("math/0306266").title()).isEqualTo("The lamp number of random graphs");
        assertThat(find("math/0306266").version()).isEqualTo(2);
        assertThat(sources.of(new ArticleId("math/0306266")).orElseThrow().toldBy())
                .isEqualTo("oai_dc");
    }

    @Test
    void leavesOldPapersAloneThatTheCatalogDoesNotHave() {
        oai(OaiPages.page(null, 1, OaiPages.record("0901.00001", "2009-01-05")), "from", "2026-04-03");

        oaiJob();

        assertThat(catalog.find(new ArticleId("0901.00001"))).isEmpty();
    }

    @Test
    void countsTheRequestsAndHowTheyWereAnswered() {
        arxiv.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(429)));

        assertThatThrownBy(this::oaiJob).isInstanceOf(ArxivUnavailable.class);

        var hours = new RequestLog(dataSource).since(Instant.EPOCH);
        assertThat(hours).extracting(RequestLog.Hour::service).containsExactly("oai");
        assertThat(hours.get(0).limited()).isEqualTo(6);
        assertThat(hours.get(0).requests()).isEqualTo(6);
    }

    private void oai(String answer, String parameter, String value) {
        arxiv.stubFor(get(urlPathEqualTo("/oai"))
                .withQueryParam(parameter, equalTo(value))
                .willReturn(ok(answer)));
    }

    private JobOutcome feed() {
        var feed = new AnnouncementFeed(client(), config(), new AnnouncementTable(dataSource), catalog, intake, time);
        return new FeedJob(feed, confirmation(), config(), ingestion).run(Progress.SILENT);
    }

    private JobOutcome oaiJob() {
        var reader = new OaiReader(
                client(), config(), new OaiPlaceTable(dataSource), new OaiIntake(catalog, intake, config(), time));
        return new OaiJob(reader, confirmation(), config(), ingestion, time).run(Progress.SILENT);
    }

    private Confirmation confirmation() {
        return new Confirmation(sources, client(), catalog, intake, time);
    }

    private ArxivClient client() {
        var pace = new Pace(new PaceTest.FakeSharedPace(), config(), time, time);
        return new ArxivClient(
                new ArxivExchange(config(), "1"), pace, config(), time, time, new RequestLog(dataSource));
    }

    private ArxivConfig config() {
        return TestSettings.arxiv(
                "api-url",
                arxiv.url("/api/query"),
                "oai-url",
                arxiv.url("/oai"),
                "rss-url",
                arxiv.url("/rss"),
                "categories",
                "cs.LG",
                "request-timeout",
                "5s");
    }

    private long asked(String part) {
        return arxiv.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().contains(part))
                .count();
    }

    private Article find(String id) {
        return catalog.find(new ArticleId(id)).orElseThrow();
    }

    private void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (var table : List.of(
                    "catalog.article", "ingestion.announcement", "ingestion.oai_place", "ingestion.request_hour")) {
                statement.execute("delete from " + table);
            }
        }
    }
}
