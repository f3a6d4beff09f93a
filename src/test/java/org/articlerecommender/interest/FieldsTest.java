package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final Map<String, Integer> USUAL = Map.of("hep-th", 90, "cs.IR", 10);

    @Test
    void manyThatAreChosenFromGiveTheirOwnProportions() {
        assertThat(Fields.draw(Map.of("cs.IR", 700, "cs.LG", 295), USUAL, 1000))
                .isEqualTo(Map.of("cs.IR", 701, "cs.LG", 295, "hep-th", 5));
    }

    @Test
    void aSingleOneIsComparedMostlyWithWhatComes() {
        assertThat(Fields.draw(Map.of("cs.LG", 1), USUAL, 61)).isEqualTo(Map.of("cs.LG", 11, "cs.IR", 6, "hep-th", 46));
    }

    @Test
    void whereNothingComesTheirOwnProportionsAreAllThereIs() {
        assertThat(Fields.draw(Map.of("cs.LG", 5), Map.of(), 60)).isEqualTo(Map.of("cs.LG", 30));
    }
}
