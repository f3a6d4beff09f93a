package org.articlerecommender.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final ArticleId PAPER = new ArticleId("2503.01234");
    private static final ArticleId OTHER = new ArticleId("hep-th/9901001");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void keepsWhatWasSaid() {
        var marks = new Marks(List.of(said(EventType.SAVE, PAPER, 0), said(EventType.LIKE, PAPER, 1)));

        assertThat(marks.of(PAPER)).containsExactlyInAnyOrder(EventType.SAVE, EventType.LIKE);
        assertThat(marks.of(OTHER)).isEmpty();
    }

    @Test
    void theNewestOfSayingAndTakingBackCountsInWhateverOrderTheyCome() {
        var marks = new Marks(List.of(
                said(EventType.UNHIDE, PAPER, 2), said(EventType.HIDE, PAPER, 1),
                said(EventType.HIDE, OTHER, 3), said(EventType.UNHIDE, OTHER, 2)));

        assertThat(marks.of(PAPER)).isEmpty();
        assertThat(marks.of(OTHER)).containsExactly(EventType.HIDE);
    }

    @Test
    void lookingAtAnArticleSaysNothingOfIt() {
        assertThat(new Marks(List.of(said(EventType.CLICK, PAPER, 0))).of(PAPER))
                .isEmpty();
    }

    private static Event said(EventType type, ArticleId article, int minute) {
        return new Event(
                UUID.randomUUID(), new ReaderId("ada"), type, article, null, null, NOON.plusSeconds(60L * minute));
    }
}
