package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Invented;
import org.junit.jupiter.api.Test;

class SightingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-13");
    private static final Article KNOWN =
            Invented.article("2604.01001", 2, "Lamps", "cs.LG", LocalDate.parse("2026-04-08"));

    @Test
    void isANewVersionWhenItsDayIsLater() {
        var merged = oai("Better lamps", "2026-04-07", "2026-04-10")
                .onto(KNOWN, TODAY)
                .orElseThrow();

        assertThat(merged.version()).isEqualTo(3);
        assertThat(merged.title()).isEqualTo("Better lamps");
        assertThat(merged.published()).isEqualTo(KNOWN.published());
        assertThat(merged.announced()).isEqualTo(KNOWN.announced());
    }

    @Test
    void isTheSameVersionWhenItsDayIsTheSame() {
        var merged = oai("Lamps", "2026-04-07", "2026-04-07").onto(KNOWN, TODAY).orElseThrow();

        assertThat(merged.version()).isEqualTo(2);
        assertThat(merged.updated()).isEqualTo(KNOWN.updated());
        assertThat(merged.doi()).isEqualTo("10.5555/1");
    }

    @Test
    void ofAnOlderVersionChangesNothing() {
        assertThat(feed(1).onto(KNOWN, TODAY)).isEmpty();
    }

    @Test
    void keepsWhatTheFeedDoesNotCarry() {
        var known = oai("Lamps", "2026-04-07", null).onto(KNOWN, TODAY).orElseThrow();

        var merged = feed(2).onto(known, TODAY).orElseThrow();

        assertThat(merged.comment()).isEqualTo("3 pages");
        assertThat(merged.doi()).isEqualTo("10.5555/1");
    }

    @Test
    void knowsTheDayOfAnAnnouncement() {
        assertThat(feed(2).onto(KNOWN, TODAY).orElseThrow().announced()).isEqualTo(TODAY);
    }

    @Test
    void ofAnUnknownPaperIsTheLeastThatItCanBe() {
        assertThat(oai("Lamps", "2026-04-07", null)
                        .onto(null, TODAY)
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(oai("Lamps", "2026-04-07", "2026-04-09")
                        .onto(null, TODAY)
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void tellsAWithdrawal() {
        var gone = new Sighting(
                KNOWN.id(), 3, "Lamps", "This paper has been withdrawn.", List.of(), List.of(), null, null, null, null);

        assertThat(gone.onto(KNOWN, TODAY).orElseThrow().withdrawn()).isTrue();
    }

    private static Sighting oai(String title, String created, String updated) {
        return new Sighting(
                new ArticleId("2604.01001"),
                0,
                title,
                "They shine.",
                List.of("Ada Leuchtfeuer"),
                List.of("cs.LG"),
                LocalDate.parse(created),
                updated == null ? null : LocalDate.parse(updated),
                null,
                new Sighting.Extras("3 pages", null, "10.5555/1"));
    }

    private static Sighting feed(int version) {
        return new Sighting(
                new ArticleId("2604.01001"),
                version,
                "Lamps",
                "They shine.",
                List.of("Ada Leuchtfeuer"),
                List.of("cs.LG"),
                null,
                null,
                TODAY,
                null);
    }
}
