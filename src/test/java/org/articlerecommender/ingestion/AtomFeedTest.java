package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomFeedTest {

    private static final LocalDate SEEN = LocalDate.of(2026, 4, 12);

    @Test
    void readsTheFormOf2026() throws IOException {
        var page = AtomFeed.parse(resource("feed-2026.xml"), SEEN);

        assertThat(page.total()).isEqualTo(417);
        assertThat(page.unreadable()).isZero();
        var article = page.articles().get(0);
        assertThat(article.id().value()).isEqualTo("2604.01234");
        assertThat(article.version()).isEqualTo(3);
        assertThat(article.title()).isEqualTo("Lighthouse Attention: Where $x<y$ and R&D Meet");
        assertThat(article.authors()).containsExactly("Ada Leuchtfeuer", "Björn Ó Solas");
        assertThat(article.categories()).containsExactly("cs.LG", "cs.IR");
        assertThat(article.primaryCategory()).isEqualTo("cs.LG");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-04-02T18:30:00Z"));
        assertThat(article.updated()).isEqualTo(Instant.parse("2026-04-10T05:50:33Z"));
        assertThat(article.announced()).isEqualTo(LocalDate.of(2026, 4, 6));
        assertThat(article.comment()).isEqualTo("12 pages, 3 lamps");
        assertThat(article.journalRef()).isEqualTo("Journal of Invented Optics 3 (2026)");
        assertThat(article.doi()).isEqualTo("10.0000/invented.1");
        assertThat(article.withdrawn()).isFalse();
        assertThat(article.sample()).isFalse();
    }

    @Test
    void leavesGarbledLettersAlone() throws IOException {
        var article = AtomFeed.parse(resource("feed-2026.xml"), SEEN).articles().get(0);

        assertThat(article.summary()).isEqualTo("We turn a slow lamp. Results. It shines on Î±-stable seas.");
    }

    @Test
    void readsOldIdsAndWithdrawals() throws IOException {
        var article = AtomFeed.parse(resource("feed-2026.xml"), SEEN).articles().get(1);

        assertThat(article.id().value()).isEqualTo("hep-th/9901001");
        assertThat(article.withdrawn()).isTrue();
        assertThat(article.comment()).isNull();
        assertThat(article.doi()).isNull();
    }

    @Test
    void readsTheOlderForm() throws IOException {
        var page = AtomFeed.parse(resource("feed-older.xml"), SEEN);

        assertThat(page.total()).isEqualTo(1);
        var article = page.articles().get(0);
        assertThat(article.id().value()).isEqualTo("2001.00007");
        assertThat(article.title()).isEqualTo("Tides in Shallow Networks: The bucket technique at high water");
        assertThat(article.summary()).isEqualTo("We fill a bucket. It holds.");
        assertThat(article.doi()).isEqualTo("10.0000/invented.2");
        assertThat(article.primaryCategory()).isEqualTo("cond-mat.mes-hall");
        assertThat(article.authors()).containsExactly("Dora Eimer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://arxiv.org/api/errors", "http://arxiv.org/api/errors"})
    void recognisesAnErrorEntry(String address) throws IOException {
        var feed = text("feed-error.xml").replace("https://arxiv.org/api/errors", address);

        assertThatThrownBy(() -> AtomFeed.parse(feed.getBytes(StandardCharsets.UTF_8), SEEN))
                .isInstanceOf(ArxivRefused.class)
                .hasMessageContaining("incorrect id format for lamp");
        assertThat(AtomFeed.error(feed.getBytes(StandardCharsets.UTF_8))).isEqualTo("incorrect id format for lamp");
    }

    @Test
    void refusesAFeedThatBreaksOffAnywhere() throws IOException {
        var whole = resource("feed-2026.xml");

        for (int length = 0; length < whole.length - "</feed>\n".length(); length += 97) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> AtomFeed.parse(cut, SEEN)).isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Rate exceeded.</body></html>",
                "Rate exceeded.",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>no count</title></feed>",
                "<feed xmlns='http://www.w3.org/2005/Atom'></fe&ed>",
                "<!DOCTYPE feed [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + "<feed xmlns='http://www.w3.org/2005/Atom'><title>&x;</title></feed>"
            })
    void refusesWhatIsNotAFeed(String body) {
        assertThatThrownBy(() -> AtomFeed.parse(body.getBytes(StandardCharsets.UTF_8), SEEN))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void countsEntriesThatLackAnIdATitleOrADate() throws IOException {
        var feed = text("feed-older.xml")
                .replace("<published>2020-01-03T21:19:45Z</published>", "<published>soon</published>");

        var page = AtomFeed.parse(feed.getBytes(StandardCharsets.UTF_8), SEEN);

        assertThat(page.articles()).isEmpty();
        assertThat(page.unreadable()).isEqualTo(1);
    }

    @Test
    void takesAPageDespiteAControlCharacterInAnAbstract() throws IOException {
        var feed = text("feed-older.xml").replace("We fill", "We \f\u0001fill");

        var page = AtomFeed.parse(feed.getBytes(StandardCharsets.UTF_8), SEEN);

        assertThat(page.articles().get(0).summary()).isEqualTo("We fill a bucket. It holds.");
    }

    @Test
    void datesNoArticleAfterTheDayItWasSeen() throws IOException {
        var feed = text("feed-older.xml").replace("2020-01-03T21:19:45Z", "2026-04-12T16:00:00Z");

        var page = AtomFeed.parse(feed.getBytes(StandardCharsets.UTF_8), SEEN);

        assertThat(page.articles().get(0).announced()).isEqualTo(SEEN);
    }

    static byte[] resource(String name) throws IOException {
        try (var stream = AtomFeedTest.class.getResourceAsStream("/ingestion/" + name)) {
            return stream.readAllBytes();
        }
    }

    static String text(String name) throws IOException {
        return new String(resource(name), StandardCharsets.UTF_8);
    }
}
