package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAnswerTest {

    @Test
    void readsWhatIsAnnouncedAndWhy() throws IOException {
        var feed = FeedAnswer.parse(AtomFeedTest.resource("feed.xml"));

        assertThat(feed.day()).isEqualTo("2026-04-13");
        assertThat(feed.items())
                .extracting(
                        item -> item.sighting().id().value(),
                        item -> item.sighting().version(),
                        FeedItem::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2604.02001", 1, FeedItem.Kind.NEW),
                        org.assertj.core.groups.Tuple.tuple("2604.02002", 1, FeedItem.Kind.CROSS),
                        org.assertj.core.groups.Tuple.tuple("hep-th/9901001", 3, FeedItem.Kind.REPLACE_CROSS));
        assertThat(feed.unreadable()).isEqualTo(1);
    }

    @Test
    void readsTheTextOfAPaper() throws IOException {
        var paper = FeedAnswer.parse(AtomFeedTest.resource("feed.xml"))
                .items()
                .get(0)
                .sighting();

        assertThat(paper.title()).isEqualTo("Lamps in the morning");
        assertThat(paper.summary()).isEqualTo("They shine < 3 hours.");
        assertThat(paper.authors()).containsExactly("Ada Leuchtfeuer", "Bert \\\"Ol");
        assertThat(paper.categories()).containsExactly("cs.LG", "cs.IR");
        assertThat(paper.announced()).isEqualTo("2026-04-13");
    }

    @Test
    void knowsOnlyOfNewPapersThatTheDayIsTheirFirst() throws IOException {
        var items = FeedAnswer.parse(AtomFeedTest.resource("feed.xml")).items();

        assertThat(items.get(1).sighting().announced()).isNull();
        assertThat(items.get(2).sighting().announced()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sat, 11 Apr 2026 00:00:00 -0400",
                "Sat, 11 Apr 2026 04:00:00 -0000",
                "Sat, 11 Apr 2026 04:00:00 GMT"
            })
    void isEmptyOnADayWithoutAnnouncements(String date) throws IOException {
        var body = "<rss version=\"2.0\"><channel><title>cs.LG</title><pubDate>%s</pubDate></channel></rss>"
                .formatted(date);

        var feed = FeedAnswer.parse(body.getBytes(StandardCharsets.UTF_8));

        assertThat(feed.day()).isNull();
        assertThat(feed.items()).isEmpty();
    }

    @Test
    void takesNoPartOfAFeedForTheWhole() throws IOException {
        var whole = AtomFeedTest.resource("feed.xml");
        for (int length = 0; length < whole.length - 8; length += 89) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FeedAnswer.parse(cut)).isInstanceOf(Malformed.class);
        }
    }
}
