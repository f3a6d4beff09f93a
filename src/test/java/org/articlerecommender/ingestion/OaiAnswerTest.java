package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.articlerecommender.catalog.ArticleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OaiAnswerTest {

    @Test
    void readsARecordInArxivsOwnFormat() throws IOException {
        var page = OaiAnswer.parse(AtomFeedTest.resource("oai-arxiv.xml"));

        var record = page.records().get(0);
        assertThat(record.id()).isEqualTo(new ArticleId("2604.01001"));
        assertThat(record.datestamp()).isEqualTo("2026-04-10");
        var paper = record.sighting();
        assertThat(paper.title()).isEqualTo("Lamps & lenses: a second look");
        assertThat(paper.summary()).isEqualTo("We look again at lamps. And at lenses.");
        assertThat(paper.authors()).containsExactly("Lampen-Kollaboration", "Ada Leuchtfeuer Jr");
        assertThat(paper.categories()).containsExactly("cs.LG", "hep-th");
        assertThat(paper.created()).isEqualTo("2026-04-08");
        assertThat(paper.updated()).isEqualTo("2026-04-09");
        assertThat(paper.version()).isZero();
        assertThat(paper.extras())
                .isEqualTo(new Sighting.Extras(
                        "16 pages, revised, in this version (v2) typos were fixed",
                        "J. Inv. Lamps 1 (2026) 3",
                        "10.5555/lamp.1, 10.5555/lamp.2"));
    }

    @Test
    void tellsRemovedRecordsAndUnreadableOnesAndHowTheListGoesOn() throws IOException {
        var page = OaiAnswer.parse(AtomFeedTest.resource("oai-arxiv.xml"));

        assertThat(page.records()).hasSize(2);
        assertThat(page.records().get(1).id()).isEqualTo(new ArticleId("math/0309136"));
        assertThat(page.records().get(1).removed()).isTrue();
        assertThat(page.unreadable()).isEqualTo(1);
        assertThat(page.token()).isEqualTo("arXiv|2026-04-02||cs:cs:LG|1000");
        assertThat(page.listSize()).isEqualTo(1234);
        assertThat(page.answered()).isEqualTo(LocalDate.parse("2026-04-12"));
    }

    @Test
    void readsARecordInDublinCore() throws IOException {
        var page = OaiAnswer.parse(AtomFeedTest.resource("oai-dc.xml"));

        var paper = page.records().get(0).sighting();
        assertThat(page.token()).isNull();
        assertThat(paper.title()).isEqualTo("The lamp number of random graphs");
        assertThat(paper.summary()).isEqualTo("We count lamps.");
        assertThat(paper.authors()).containsExactly("Ada Leuchtfeuer", "Lampen-Kollaboration");
        assertThat(paper.categories()).containsExactly("math.CO", "hep-th");
        assertThat(paper.created()).isEqualTo("2003-06-18");
        assertThat(paper.updated()).isEqualTo("2004-02-01");
        assertThat(paper.extras())
                .isEqualTo(new Sighting.Extras(
                        "3 pages", "Lamps and Computing 14 (2005) 439 - 465", "10.5555/S0963548305006826", false));
    }

    @Test
    void isEmptyWhenNothingMatches() throws IOException {
        assertThat(OaiAnswer.parse(error("noRecordsMatch")).records()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "badResumptionToken, org.articlerecommender.ingestion.OaiAnswer$TokenExpired",
        "cannotDisseminateFormat, org.articlerecommender.ingestion.OaiAnswer$NoSuchFormat",
        "badArgument, org.articlerecommender.ingestion.ArxivRefused"
    })
    void saysWhyItIsRefused(String code, Class<? extends Throwable> reason) {
        assertThatThrownBy(() -> OaiAnswer.parse(error(code))).isInstanceOf(reason);
    }

    @Test
    void takesNoPartOfAnAnswerForTheWhole() throws IOException {
        var whole = AtomFeedTest.resource("oai-arxiv.xml");
        for (int length = 0; length < whole.length - 12; length += 97) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> OaiAnswer.parse(cut)).isInstanceOf(Malformed.class);
        }
    }

    private static byte[] error(String code) {
        return """
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-04-12T23:30:00Z</responseDate>
                <request>http://oaipmh.arxiv.org/oai</request><error code="%s">so it is</error></OAI-PMH>
                """.formatted(code).getBytes(StandardCharsets.UTF_8);
    }
}
