package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReaderHistoryTest {

    private static final Instant NOW = Instant.parse("2025-03-10T08:00:00Z");
    private static final ArticleId PAPER = new ArticleId("2503.00001");

    @Test
    void wantsWhatTheReaderNeverMet() {
        assertThat(history().gone()).doesNotContain(PAPER);
    }

    @ParameterizedTest
    @EnumSource(names = {"HIDE", "DISLIKE"})
    void dropsWhatTheReaderDoesNotWantAtOnce(EventType type) {
        assertThat(history(event(type, Duration.ZERO)).gone()).contains(PAPER);
    }

    @Test
    void wantsAgainWhatTheReaderTookBack() {
        var hidden = event(EventType.HIDE, Duration.ofHours(3));
        var undone = event(EventType.UNHIDE, Duration.ofHours(2));

        assertThat(history(undone, hidden).gone()).doesNotContain(PAPER);
        assertThat(history(event(EventType.HIDE, Duration.ofHours(1)), undone, hidden)
                        .gone())
                .contains(PAPER);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLICK", "EXPAND", "SAVE", "LIKE"})
    void keepsWhatTheReaderActedOnForTheDayAndThenMakesRoom(EventType type) {
        assertThat(history(event(type, Duration.ofHours(11))).gone()).doesNotContain(PAPER);
        assertThat(history(event(type, Duration.ofHours(13))).gone()).contains(PAPER);
    }

    @Test
    void dropsWhatWasShownOftenWithoutAnyAction() {
        var shown = new ArrayList<Event>();
        for (int i = 0; i < 5; i++) {
            shown.add(event(EventType.IMPRESS, Duration.ofHours(i)));
        }
        assertThat(history(shown.toArray(Event[]::new)).gone()).doesNotContain(PAPER);

        shown.add(event(EventType.IMPRESS, Duration.ofHours(9)));
        assertThat(history(shown.toArray(Event[]::new)).gone()).contains(PAPER);
    }

    private static ReaderHistory history(Event... events) {
        return new ReaderHistory(List.of(events), NOW, Duration.ofHours(12), 6);
    }

    private static Event event(EventType type, Duration ago) {
        return new Event(UUID.randomUUID(), new ReaderId("ada"), type, PAPER, null, null, NOW.minus(ago));
    }
}
