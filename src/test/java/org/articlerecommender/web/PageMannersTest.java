package org.articlerecommender.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.ReaderId;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: errors, hostile input, headers, labels. */
@QuarkusTest
class PageMannersTest {

    @Inject
    Catalog catalog;

    @Inject
    EventLog log;

    // a reader of its own for each test, so that no test sees what another did
    private final ReaderId reader = new ReaderId("reader " + UUID.randomUUID());
    private final Browser browser = new Browser(reader);

    @BeforeEach
    void fill() {
        catalog.save(SampleArticles.all(Instant.now()));
        catalog.save(SampleArticles.many(40, Instant.now()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?user_id=%3Cscript%3Ealert(1)%3C/script%3E&query=",
                "/?user_id=%00&query=",
                "/?user_id=%F0%9F%93%9A&query=",
                "/search?q=%3Cscript%3Ealert(1)%3C/script%3E&source=local",
                "/search?q=%00&source=local",
                "/search?q=%E2%80%AE%D7%A9%D7%9C%D7%95%D7%9D&source=local",
                "/search?q=%22%27%3B--%20%25%5C&source=local",
                "/search?q=%26%7C!()%3A*&source=nonsense",
                "/article/%00",
                "/article/2503.01234?ranking=%00&list=x",
                "/details/%3Cscript%3E",
                "/?list=%00&from=-1&done=%00&of=%00",
                "/?list=00000000-0000-0000-0000-000000000000&from=99999999999&done=save&of=2611.70001"
            })
    void hostileAddressesAreAnsweredAndNothingInThemBecomesMarkup(String address) {
        var answer = browser.request().urlEncodingEnabled(false).get(address);

        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.asString()).doesNotContain("<script>alert");
    }

    @Test
    void overlongInputIsRefusedWhereItWasTyped() {
        var id = Browser.OF_NOBODY
                .request()
                .queryParam("user_id", "x".repeat(129))
                .queryParam("query", "")
                .get("/");
        var query = Browser.OF_NOBODY.request().get("/search?q=" + "x".repeat(501));

        assertThat(id.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(id.asString()).selectFirst(".complaint").text()).contains("1 to 128");
        assertThat(query.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(query.asString()).selectFirst(".complaint").text())
                .contains("500");
    }

    @Test
    void aBrowserGetsAnErrorAsAPageAndAProgramAsAProblem() {
        var page = Browser.OF_NOBODY.request().get("/article/2503.99999");
        var problem = given().accept("application/json").get("/article/2503.99999");
        var api = Browser.OF_NOBODY.request().get("/api/v1/articles/2503.99999");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(page.asString()).selectFirst("h1").text()).isEqualTo("Not here");
        assertThat(problem.contentType()).startsWith("application/problem+json");
        assertThat(api.contentType()).startsWith("application/problem+json");
    }

    @Test
    void aPageMayFetchNothingFromElsewhereAndRunNoScriptOfStrangers() {
        var answer = Browser.OF_NOBODY.request().get("/");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("script-src");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(Jsoup.parse(answer.asString()).select("script:not([src]), [style], [onclick], [onload]"))
                .isEmpty();
        assertThat(Jsoup.parse(answer.asString()).select("link[href], script[src]").stream()
                        .map(one -> one.attr("href") + one.attr("src")))
                .allMatch(address -> address.startsWith("/") && !address.startsWith("//"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/style.css",
                "/app.js",
                "/icons.svg",
                "/favicon.svg",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/webjars/katex/dist/katex.min.js",
                "/webjars/katex/dist/katex.min.css"
            })
    void everythingAPageNeedsIsServedHere(String file) {
        assertThat(given().get(file).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search",
                "/search?q=ferry&source=local",
                "/settings",
                "/operator",
                "/article/hep-th/9901001",
                "/none"
            })
    void everyFieldAndButtonHasANameAndTheHeadingsOneTop(String address) {
        var page = Jsoup.parse(
                browser.request().urlEncodingEnabled(false).get(address).asString());

        assertThat(page.select("html[lang]")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.selectFirst("a.skip").attr("href")).isEqualTo("#main");
        page.select("input:not([type=hidden])")
                .forEach(input -> assertThat(page.select("label[for=" + input.id() + "]"))
                        .as(input.outerHtml())
                        .isNotEmpty());
        page.select("button, a[href]")
                .forEach(one -> assertThat(one.text() + one.attr("aria-label"))
                        .as(one.outerHtml())
                        .isNotBlank());
    }

    @Test
    void theOperatorSeesTheJobs() {
        var page = Browser.OF_NOBODY.page("/operator");

        assertThat(page.text())
                .contains("harvest", "embed", "PostgreSQL answers", "Redis answers", "without a vector", "cs.IR");
        assertThat(page.select("form[action=/operator/jobs/embed] button")).hasSize(1);
    }
}
