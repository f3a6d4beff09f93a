package org.articlerecommender.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTypeTest {

    @Test
    void exactlyWhatAReaderSaysOfAnArticleCanBeTakenBack() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::takesBack).flatMap(Optional::stream))
                .containsExactly(EventType.SAVE, EventType.LIKE, EventType.DISLIKE, EventType.HIDE, EventType.FORGET);
    }

    @Test
    void readsItsOwnLabels() {
        for (var type : EventType.values()) {
            assertThat(EventType.parse(type.label())).contains(type);
        }
    }
}
