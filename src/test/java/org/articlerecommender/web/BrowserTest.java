package org.articlerecommender.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser. */
@QuarkusTest
class BrowserTest {

    private static Chromium chromium;

    @TestHTTPResource("/")
    URI home;

    @Inject
    Catalog catalog;

    @Inject
    EventLog log;

    private final ReaderId reader = new ReaderId("browser " + UUID.randomUUID());
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void fill() {
        catalog.save(SampleArticles.all(Instant.now()));
        catalog.save(SampleArticles.many(40, Instant.now()));
    }

    @AfterEach
    void nothingWasWrongInTheBrowser() {
        if (context != null) {
            context.close();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void openingAnArticleShowsItInPlaceAndIsRecorded() {
        var page = open("/", options());
        var row = page.locator(".paper").first();

        row.locator("h3 a").click();

        assertThat(row.locator(".abstract")).containsText("Ferry timetables assume");
        assertThat(row.locator("h3 a")).hasAttribute("aria-expanded", "true");
        assertThat(page).hasURL(home.toString());
        assertThat(events(EventType.EXPAND)).hasSize(1);

        row.locator("h3 a").click();
        row.locator("h3 a").click();
        assertThat(row.locator(".abstract")).isVisible();
        assertThat(events(EventType.EXPAND)).hasSize(1);
    }

    @Test
    void keysTriageTheList() {
        var page = open("/", options());
        var second = page.locator(".paper").nth(1);

        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(second).hasClass(Pattern.compile("here"));
        page.keyboard().press("o");
        assertThat(second.locator(".abstract")).isVisible();
        page.keyboard().press("s");
        assertThat(second.locator("[id^=save-]")).hasAttribute("aria-pressed", "true");
        page.keyboard().press("x");
        assertThat(second.locator(".gone")).containsText("Hidden");
        assertThat(page.locator(".paper").nth(2)).hasClass(Pattern.compile("here"));
        page.keyboard().press("k");
        assertThat(page.locator(".paper").first()).hasClass(Pattern.compile("here"));
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();

        assertThat(events(EventType.SAVE)).hasSize(1);
        assertThat(events(EventType.HIDE)).hasSize(1);
    }

    /** As fast as no reader is: the key comes in the moment in which the answer to the one before it shows. */
    @Test
    void aKeyThatFollowsAtOnceKeepsThePageAndThePlace() {
        var page = open("/", options());
        page.evaluate("""
                () => new MutationObserver((changes, observer) => {
                  if (!document.querySelector("[id^=save-][aria-pressed=true]")) return;
                  observer.disconnect();
                  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true }));
                }).observe(document.querySelector(".papers"), { childList: true, subtree: true })""");

        page.keyboard().press("j");
        page.keyboard().press("s");

        assertThat(page.locator(".paper").first().locator(".gone")).containsText("Hidden");
        assertThat(page.locator(".paper").nth(1)).hasClass(Pattern.compile("here"));
        assertThat(page).hasURL(home.toString());
    }

    @Test
    void aHiddenArticleCanBeBroughtBack() {
        var page = open("/", options());
        var row = page.locator(".paper").first();

        row.locator("[id^=hide-]").click();
        assertThat(row.locator(".meta")).isHidden();
        row.getByText("Undo").click();

        assertThat(row.locator(".meta")).isVisible();
        assertThat(events(EventType.UNHIDE)).hasSize(1);
    }

    @Test
    void moreOfTheListComesInPlace() {
        var page = open("/", options());

        page.locator(".more a").click();

        assertThat(page.locator(".paper").nth(30)).isVisible();
        assertThat(page).hasURL(home.toString());
    }

    @Test
    void theWayToArxivOpensBesideTheList() {
        var page = open("/article/" + SampleArticles.OLD, options());
        context.route("https://arxiv.org/**", route -> route.abort());

        var opened = context.waitForPage(() -> page.locator("a[data-out]").click());
        opened.close();

        page.waitForCondition(() -> !events(EventType.CLICK).isEmpty());
        assertThat(events(EventType.CLICK)).extracting(Event::article).containsExactly(SampleArticles.OLD);
    }

    @Test
    void formulasAreSetAndMarkupOfStrangersStaysText() {
        var page = open("/article/" + SampleArticles.FERRY, options());

        assertThat(page.locator("h1 .katex")).hasCount(1);
        assertThat(page.locator(".abstract .katex")).hasCount(1);
        assertThat(page.locator(".abstract")).containsText("<script>alert('abstract')</script>");
    }

    @Test
    void withoutJavaScriptAnArticleCanBeReadAndSaved() {
        var page = open("/", options().setJavaScriptEnabled(false));

        page.locator(".paper h3 a").first().click();
        assertThat(page.locator(".abstract")).containsText("Ferry timetables assume");
        page.locator(".one [id^=save-]").first().click();

        assertThat(page.locator(".notice.plain")).containsText("Saved.");
        assertThat(events(EventType.EXPAND)).hasSize(1);
        assertThat(events(EventType.SAVE)).hasSize(1);
    }

    @Test
    void theThemeFollowsTheSystemUntilTheReaderChooses() {
        var page = open("/settings", options().setColorScheme(ColorScheme.DARK));
        var dark = paper(page);
        page.locator("[data-theme-switch]:visible").click();
        var light = paper(page);

        page.reload();

        assertThat(dark).isNotEqualTo(light);
        assertThat(paper(page)).isEqualTo(light);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search",
                "/search?q=ferry&source=local",
                "/settings",
                "/operator",
                "/article/2611.70001",
                "/none"
            })
    void noPageIsWiderThanAPhoneAndAllTextCanBeRead(String address) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = open(address, options().setViewportSize(360, 740).setColorScheme(scheme));
            complaints.removeIf(one -> address.equals("/none") && one.contains("404"));

            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
            assertThat((List<?>) page.evaluate(Contrast.TOO_LOW)).isEmpty();
        }
    }

    private com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 900);
    }

    private Page open(String address, com.microsoft.playwright.Browser.NewContextOptions options) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser().newContext(options);
        context.setDefaultTimeout(15_000);
        context.addCookies(
                List.of(new Cookie("reader", ReaderCookie.keep(reader).getValue()).setUrl(home.toString())));
        var page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(home.resolve(address).toString());
        return page;
    }

    private static Object paper(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private List<Event> events(EventType type) {
        return log.of(reader, List.of(type), Instant.EPOCH, 1000);
    }
}
