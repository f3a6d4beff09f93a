package org.articlerecommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordFitTest {

    private final WordFit fit = new WordFit();

    @Test
    void aRareWordCountsMoreThanACommonOne() {
        var scores = fit.of(
                "ice age",
                Map.of("common", "ice and water", "rare", "age and water", "third", "ice again", "none", "fire"));

        assertThat(scores).doesNotContainKey("none");
        assertThat(scores.get("rare")).isGreaterThan(scores.get("common"));
    }

    @Test
    void countsAWordWhateverItsEndingAndTheMoreTheOftener() {
        var scores = fit.of("carving", Map.of("often", "carved carves wood", "once", "carve old wood"));

        assertThat(scores.get("often")).isGreaterThan(scores.get("once"));
        assertThat(fit.of("carving", Map.of("once", "carve old wood"))).containsKey("once");
    }

    @Test
    void hasNothingToSayWithoutWords() {
        assertThat(fit.of("the of", Map.of("a", "the ice"))).isEmpty();
        assertThat(fit.of("ice", Map.of())).isEmpty();
        assertThat(fit.of("ice", Map.of("a", ""))).isEmpty();
    }
}
