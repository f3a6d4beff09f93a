package org.articlerecommender.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One article, in place and on its page, and the way to arXiv; rows U6 and U7 of the original. */
@QuarkusTest
class ArticlePageTest {

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

    @Test
    void u6_detailsHaveEveryFieldInTheOriginalsOrder() {
        var details = browser.fragment("/details/" + SampleArticles.FERRY);

        assertThat(details.select("dt, .abstract, a.button").eachText().stream()
                        .map(text -> text.startsWith("Ferry timetables") ? "Summary" : text))
                .containsSubsequence(
                        "Authors",
                        "Published",
                        "Updated",
                        "Primary Category",
                        "Summary",
                        "Open on arXiv",
                        "Comment",
                        "Journal Reference",
                        "DOI");
        assertThat(details.select("dd").eachText()).contains("J. Ferr. 3, 14", "10.0000/ferry.1", "14 pages, 3 boats");
    }

    @Test
    void u6_whatAnArticleLacksIsLeftOut() {
        assertThat(browser.fragment("/details/" + SampleArticles.OLD)
                        .select("dt")
                        .eachText())
                .doesNotContain("Comment", "Journal Reference", "DOI");
    }

    @Test
    void u6_openingDetailsIsRecordedWithItsList() {
        var link = browser.page("/").selectFirst(".paper h3 a").attr("hx-get");

        browser.fragment(link);

        assertThat(events(EventType.EXPAND)).singleElement().satisfies(event -> {
            assertThat(event.ranking()).isNotNull();
            assertThat(link).contains(event.article().value());
        });
    }

    @Test
    void u7_aClickOutIsRecordedAndLeadsToArxiv() {
        var answer = browser.request().get("/out/" + SampleArticles.OLD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("https://arxiv.org/abs/hep-th/9901001");
        assertThat(events(EventType.CLICK)).extracting(Event::article).containsExactly(SampleArticles.OLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "2503.01234@evil.example", "..%2F..", "%00", "x"})
    void u7_aClickOutLeadsNowhereElse(String target) {
        var answer = browser.request().urlEncodingEnabled(false).get("/out/" + target);

        assertThat(answer.statusCode()).isIn(400, 404);
    }

    @Test
    void u7_aSampleArticleIsNotOnArxiv() {
        var answer = browser.request().get("/out/" + SampleArticles.INVENTED);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).contains("invented sample article");
        assertThat(events(EventType.CLICK)).isEmpty();
    }

    @Test
    void anArticleOfAnOldIdHasItsPage() {
        var page = browser.page("/article/" + SampleArticles.OLD);

        assertThat(page.selectFirst("h1").text()).isEqualTo("Strings <b>and</b> Knots");
        assertThat(page.select("h1 b, .abstract script")).isEmpty();
        assertThat(events(EventType.EXPAND)).hasSize(1);
    }

    private List<Event> events(EventType type) {
        return log.of(reader, List.of(type), Instant.EPOCH, 1000);
    }
}
