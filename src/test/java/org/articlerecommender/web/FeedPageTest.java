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

/** Feed and search as a browser without JavaScript gets them; rows U1 to U5 and U8 of the original. */
@QuarkusTest
class FeedPageTest {

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
    void u1_asksForAUserIdAndAnOptionalQuery() {
        var form = Browser.OF_NOBODY.page("/").selectFirst("form.ask");

        assertThat(form.select("label").eachText())
                .containsExactly("Enter your user id for recommendations", "(Optional) Search Query");
        assertThat(form.selectFirst("button").text()).isEqualTo("Recommend or Search");
        form.select("label")
                .forEach(label ->
                        assertThat(form.getElementById(label.attr("for"))).isNotNull());
    }

    @Test
    void u2_aUserIdAloneRecommends() {
        var answer = Browser.OF_NOBODY.request().urlEncodingEnabled(false).get("/?user_id=+ada+&query=");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/");
        assertThat(answer.detailedCookie("reader").getValue()).isEqualTo("ada");
        assertThat(answer.detailedCookie("reader").isHttpOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", ""})
    void u2_aQueryWinsWithOrWithoutAUserId(String id) {
        var answer = Browser.OF_NOBODY
                .request()
                .queryParam("user_id", id)
                .queryParam("query", "late ferries")
                .get("/");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/search?q=late");
    }

    @Test
    void u2_withNeitherItSaysWhatToEnterAndShowsWhatIsNew() {
        var page = Browser.OF_NOBODY.page("/");

        assertThat(page.text()).contains("Enter User-Id or Search Query");
        assertThat(page.select(".paper")).isNotEmpty();
    }

    @Test
    void u3_recommendsForTheReader() {
        var page = browser.page("/");

        assertThat(page.selectFirst("h1").text()).isEqualTo("Recommended arXiv Publications");
        assertThat(page.selectFirst("main").text()).contains("For " + reader.value(), "Latest Papers:");
        assertThat(page.select(".paper")).hasSize(30);
    }

    @Test
    void u4_showsWhatWasFoundOrSaysThatNothingWas() {
        var found = browser.page("/search?source=local&q=harbour+samples");
        var nothing = browser.page("/search?source=local&q=zzqqxxyy");

        assertThat(found.selectFirst("h1").text()).isEqualTo("Results from arXiv Publications");
        assertThat(found.text()).contains("Searched for: harbour samples", "A Harbour of Samples");
        assertThat(nothing.text()).containsAnyOf("No results found for the given query.", "Searched for: zzqqxxyy");
    }

    @Test
    void u5_aRowHasTitleAndAuthorsAndOpens() {
        var row = browser.page("/").selectFirst(".paper");

        assertThat(row.selectFirst("h3").text()).isNotBlank();
        assertThat(row.selectFirst(".who").text()).isEqualTo("Ada Harbour, Ben Quay, Cleo Pier, Dan Wharf +2");
        assertThat(row.selectFirst("h3 a").attr("href")).startsWith("/article/");
        assertThat(row.selectFirst("h3 a").attr("hx-get")).startsWith("/details/");
    }

    @Test
    void u8_noArticleComesTwiceInAPage() {
        var ids = browser.page("/").select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatIsShownIsRecordedOnceHoweverOftenTheListIsShown() {
        var first = browser.page("/");
        var more = first.selectFirst(".more a").attr("href");
        var list = more.replaceAll("&from=.*", "");

        browser.page(list);
        assertThat(events(EventType.IMPRESS)).hasSize(first.select(".paper").size());

        var rest = browser.fragment(more);
        assertThat(events(EventType.IMPRESS))
                .hasSize(first.select(".paper").size() + rest.select(".paper").size());
    }

    @Test
    void aListIsShownAgainOnlyToItsReader() {
        var list = browser.page("/").selectFirst(".more a").attr("href").replaceAll("&from=.*", "");

        var other = new Browser(new ReaderId("somebody else")).page(list);

        assertThat(other.selectFirst(".more a").attr("href")).doesNotContain(list);
    }

    private List<Event> events(EventType type) {
        return log.of(reader, List.of(type), Instant.EPOCH, 1000);
    }
}
