package org.articlerecommender.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers say of articles and of themselves, by forms alone. */
@QuarkusTest
class OpinionPageTest {

    @Inject
    Catalog catalog;

    @Inject
    Embedding embedding;

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
    void savingWithoutJavaScriptComesBackToTheListAndCanBeUndone() {
        var form = browser.page("/").selectFirst(".paper form.acts");
        var article = form.selectFirst("[name=article]").attr("value");

        var answer = browser.request()
                .formParam("article", article)
                .formParam("ranking", form.selectFirst("[name=ranking]").attr("value"))
                .formParam("back", form.selectFirst("[name=back]").attr("value"))
                .formParam("type", "save")
                .post("/act");
        assertThat(answer.statusCode()).isEqualTo(303);
        var back = browser.page(answer.header("Location").replaceFirst("https?://[^/]+", ""));

        assertThat(events(EventType.SAVE)).hasSize(1);
        assertThat(back.selectFirst(".notice.plain").text()).startsWith("Saved.");
        assertThat(back.selectFirst(".notice.plain button").attr("value")).isEqualTo("unsave");
        assertThat(back.selectFirst("[id^=save-][aria-pressed=true]").attr("value"))
                .isEqualTo("unsave");
    }

    @Test
    void whatPutAnArticleThereCanBeStoppedAndTakenUpAgain() {
        var saved = SampleArticles.FERRY.value();
        embedding.embedNow(List.of(SampleArticles.FERRY, new ArticleId("2611.80001")));
        act("save", saved, "/");

        var stop = browser.page("/why/2611.80001").selectFirst("form:has([name=article][value=%s])".formatted(saved));
        assertThat(stop.selectFirst("button").text()).isEqualTo("Stop using this");
        assertThat(browser.page("/").select(".paper .why").eachText())
                .contains("Because of “%s”"
                        .formatted(
                                catalog.find(SampleArticles.FERRY).orElseThrow().title()));
        var back = act(
                stop.selectFirst("button").attr("value"),
                saved,
                stop.selectFirst("[name=back]").attr("value"));

        assertThat(back.selectFirst(".notice.plain").text()).startsWith("No longer counts");
        assertThat(back.selectFirst(".notice.plain button").attr("value")).isEqualTo("unforget");
        assertThat(browser.page("/why/2611.80001").select("[name=article][value=%s]".formatted(saved)))
                .isEmpty();
    }

    private Document act(String type, String article, String back) {
        var answer = browser.request()
                .formParam("article", article)
                .formParam("back", back)
                .formParam("type", type)
                .post("/act");
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser.page(answer.header("Location").replaceFirst("https?://[^/]+", ""));
    }

    @Test
    void aHiddenArticleLeavesTheFeed() {
        var article = browser.page("/").selectFirst("[name=article]").attr("value");

        browser.request()
                .formParam("article", article)
                .formParam("type", "hide")
                .post("/act");

        assertThat(browser.page("/").select("[name=article]").eachAttr("value")).doesNotContain(article);
    }

    @Test
    void nobodyIsAskedWhoTheyAreBeforeTheySaveAndLeavesNoTrace() {
        long before = log.readers();
        var answer = Browser.OF_NOBODY
                .request()
                .formParam("article", SampleArticles.OLD.value())
                .formParam("type", "save")
                .post("/act");
        Browser.OF_NOBODY.page("/");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("user id: enter one first");
        assertThat(log.readers()).isEqualTo(before);
    }

    @Test
    void aDeviceCanForgetItsReader() {
        var answer = browser.request().post("/settings/forget");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.detailedCookie("reader").getMaxAge()).isZero();
    }

    private List<Event> events(EventType type) {
        return log.of(reader, List.of(type), Instant.EPOCH, 1000);
    }
}
