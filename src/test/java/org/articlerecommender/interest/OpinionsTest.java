package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.Test;

class OpinionsTest {

    private static final ArticleId ARTICLE = new ArticleId("2503.01234");

    @Test
    void theStrongestWordCounts() {
        var opinions = newestFirst(EventType.EXPAND, EventType.SAVE, EventType.CLICK);

        assertThat(opinions.liked().get(ARTICLE).type()).isEqualTo(EventType.SAVE);
    }

    @Test
    void whatWasTakenBackDoesNotCountAndWhatElseWasDoneDoes() {
        assertThat(newestFirst(EventType.UNLIKE, EventType.LIKE).liked()).isEmpty();
        assertThat(newestFirst(EventType.UNLIKE, EventType.LIKE, EventType.CLICK)
                        .liked()
                        .get(ARTICLE)
                        .type())
                .isEqualTo(EventType.CLICK);
    }

    @Test
    void whatWasSaidAgainCounts() {
        assertThat(newestFirst(EventType.LIKE, EventType.UNLIKE, EventType.LIKE).liked())
                .containsKey(ARTICLE);
    }

    @Test
    void theLaterOfLikeAndDislikeCounts() {
        var disliked = newestFirst(EventType.DISLIKE, EventType.LIKE);
        var liked = newestFirst(EventType.LIKE, EventType.DISLIKE);

        assertThat(disliked.liked()).isEmpty();
        assertThat(disliked.disliked()).containsExactly(ARTICLE);
        assertThat(liked.liked()).containsKey(ARTICLE);
        assertThat(liked.disliked()).isEmpty();
    }

    @Test
    void whatWasForgottenDoesNotCountUntilItIsSaidAgain() {
        assertThat(newestFirst(EventType.FORGET, EventType.SAVE, EventType.CLICK)
                        .liked())
                .isEmpty();
        assertThat(newestFirst(EventType.FORGET, EventType.DISLIKE).disliked()).isEmpty();
        assertThat(newestFirst(EventType.LIKE, EventType.FORGET, EventType.CLICK)
                        .liked()
                        .get(ARTICLE)
                        .type())
                .isEqualTo(EventType.LIKE);
    }

    @Test
    void forgettingCanBeTakenBack() {
        assertThat(newestFirst(EventType.UNFORGET, EventType.FORGET, EventType.SAVE)
                        .liked())
                .containsKey(ARTICLE);
    }

    private static Opinions newestFirst(EventType... types) {
        return Opinions.of(IntStream.range(0, types.length)
                .mapToObj(i -> new Event(
                        new UUID(0, i),
                        new ReaderId("ada"),
                        types[i],
                        ARTICLE,
                        null,
                        null,
                        Instant.EPOCH.minusSeconds(i)))
                .toList());
    }
}
