package org.articlerecommender.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ArxivClientTest {

    private final WireMockServer arxiv = new WireMockServer(options().dynamicPort());
    private final FakeTime time = new FakeTime("2026-04-12T10:00:00Z");
    private ArxivClient client;

    @BeforeEach
    void start() {
        arxiv.start();
        client = client(arxiv.url("/api/query"));
    }

    @AfterEach
    void stop() {
        arxiv.stop();
    }

    private ArxivClient client(String address) {
        var config = TestSettings.arxiv(
                "api-url", address, "request-timeout", "700ms", "contact", "ops@example.org", "pace", "3s");
        var pace = new Pace(new PaceTest.FakeSharedPace(), config, time, time);
        return new ArxivClient(
                new ArxivExchange(config, "1.2.3"), pace, config, time, time, new RequestLog(Nowhere.store()));
    }

    @Test
    void asksInArxivsFormAndSaysWhoAsks() throws IOException {
        arxiv.stubFor(get(urlPathEqualTo("/api/query")).willReturn(feed()));

        var page = client.search("ti:\"lamp & sea\" AND cat:cs.LG", ArxivClient.Order.SUBMITTED, 20, 10);

        assertThat(page.total()).isEqualTo(417);
        assertThat(page.articles()).hasSize(2);
        arxiv.verify(getRequestedFor(urlPathEqualTo("/api/query"))
                .withQueryParam("search_query", equalTo("ti:\"lamp & sea\" AND cat:cs.LG"))
                .withQueryParam("start", equalTo("20"))
                .withQueryParam("max_results", equalTo("10"))
                .withQueryParam("sortBy", equalTo("submittedDate"))
                .withQueryParam("sortOrder", equalTo("descending"))
                .withHeader(
                        "User-Agent",
                        equalTo("article-recommender/1.2.3 (+https://github.com/articlerecommender/article-recommender;"
                                + " mailto:ops@example.org)")));
    }

    static Stream<ResponseDefinitionBuilder> passingFaults() throws IOException {
        var whole = AtomFeedTest.resource("feed-2026.xml");
        return Stream.of(
                aResponse().withStatus(500).withBody("<html><body>Internal Server Error</body></html>"),
                aResponse().withStatus(503),
                aResponse().withStatus(429).withBody("Rate exceeded."),
                aResponse().withBody(Arrays.copyOf(whole, whole.length / 2)),
                aResponse().withBody(new String(whole, StandardCharsets.UTF_8).replace("</feed>", "</fe&ed>")),
                aResponse().withBody("<html><body>We will be back</body></html>"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFixedDelay(2000).withBody(whole),
                aResponse().withChunkedDribbleDelay(10, 4000).withBody(whole));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void asksAgainAfterAPassingFault(ResponseDefinitionBuilder fault) throws IOException {
        arxiv.stubFor(any(anyUrl()).inScenario("fault").willReturn(fault).willSetStateTo("well"));
        arxiv.stubFor(
                any(anyUrl()).inScenario("fault").whenScenarioStateIs("well").willReturn(feed()));
        var began = time.instant();

        var page = client.harvest("cat:cs.LG", ArxivClient.Order.SUBMITTED, 0, 10);

        assertThat(page.articles()).hasSize(2);
        assertThat(arxiv.getAllServeEvents()).hasSize(2);
        assertThat(Duration.between(began, time.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void waitsAsLongAsRetryAfterSays() throws IOException {
        arxiv.stubFor(any(anyUrl())
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "41"))
                .willSetStateTo("well"));
        arxiv.stubFor(
                any(anyUrl()).inScenario("busy").whenScenarioStateIs("well").willReturn(feed()));
        var began = time.instant();

        client.harvest("cat:cs.LG", ArxivClient.Order.SUBMITTED, 0, 10);

        assertThat(Duration.between(began, time.instant())).isBetween(Duration.ofSeconds(41), Duration.ofSeconds(42));
    }

    @Test
    void givesUpAfterABoundedNumberOfAttempts() {
        arxiv.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));

        assertThatThrownBy(() -> client.harvest("cat:cs.LG", ArxivClient.Order.SUBMITTED, 0, 10))
                .isInstanceOf(ArxivUnavailable.class)
                .hasMessage("arXiv answered 503");
        assertThat(arxiv.getAllServeEvents()).hasSize(6);
    }

    @Test
    void doesNotTryAgainWhenArxivWantsAnHourOfPeace() {
        arxiv.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));

        assertThatThrownBy(() -> client.harvest("cat:cs.LG", ArxivClient.Order.SUBMITTED, 0, 10))
                .isInstanceOf(ArxivUnavailable.class)
                .hasMessageContaining("pause of 3600 s");
        assertThatThrownBy(() -> client.search("lamp", ArxivClient.Order.RELEVANCE, 0, 10))
                .isInstanceOf(ArxivUnavailable.class);
        assertThat(arxiv.getAllServeEvents()).hasSize(1);
    }

    @Test
    void doesNotRepeatWhatArxivRefuses() throws IOException {
        arxiv.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(400).withBody(AtomFeedTest.resource("feed-error.xml"))));

        assertThatThrownBy(() -> client.search("id:lamp", ArxivClient.Order.RELEVANCE, 0, 10))
                .isInstanceOf(ArxivRefused.class)
                .hasMessageContaining("incorrect id format for lamp");
        assertThat(arxiv.getAllServeEvents()).hasSize(1);
    }

    @Test
    void doesNotRepeatWhatIsForbidden() {
        arxiv.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403)));

        assertThatThrownBy(() -> client.harvest("cat:cs.LG", ArxivClient.Order.SUBMITTED, 0, 10))
                .isInstanceOf(ArxivUnavailable.class)
                .hasMessage("arXiv answered 403");
        assertThat(arxiv.getAllServeEvents()).hasSize(1);
    }

    @Test
    void tellsASearcherWithinSecondsThatArxivIsAway() {
        arxiv.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "30")));
        var began = time.instant();

        assertThatThrownBy(() -> client.search("lamp", ArxivClient.Order.RELEVANCE, 0, 10))
                .isInstanceOf(ArxivUnavailable.class);
        assertThat(Duration.between(began, time.instant())).isLessThanOrEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void saysThatNobodyListens() {
        arxiv.stop();

        assertThatThrownBy(() -> client.search("lamp", ArxivClient.Order.RELEVANCE, 0, 10))
                .isInstanceOf(ArxivUnavailable.class)
                .hasMessage("arXiv (localhost) cannot be reached");
    }

    @Test
    void sendsNoBlankSearch() {
        assertThat(client.search("  ", ArxivClient.Order.RELEVANCE, 0, 10).articles())
                .isEmpty();
        assertThat(arxiv.getAllServeEvents()).isEmpty();
    }

    private static ResponseDefinitionBuilder feed() throws IOException {
        return aResponse()
                .withHeader("Content-Type", "application/atom+xml; charset=utf-8")
                .withBody(AtomFeedTest.resource("feed-2026.xml"));
    }
}
