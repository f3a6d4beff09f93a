package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final ArticleId A = new ArticleId("2401.00001");
    private static final ArticleId B = new ArticleId("2401.00002");
    private static final ArticleId C = new ArticleId("2401.00003");

    @Test
    void putsFirstWhatBothListsHave() {
        var fused = Fusion.ofPlaces(List.of(List.of(A, B), List.of(C, B)));

        assertThat(fused.keySet()).containsExactly(B, A, C);
        assertThat(fused.get(B)).isCloseTo(2.0 / 62, within(1e-12));
    }

    @Test
    void countsAnArticleThatAListRepeatsOnce() {
        var fused = Fusion.ofPlaces(List.of(List.of(A, A, B)));

        assertThat(fused.get(A)).isCloseTo(1.0 / 61, within(1e-12));
        assertThat(fused.get(B)).isCloseTo(1.0 / 62, within(1e-12));
    }

    @Test
    void weighsWordsAndMeaningOnOneScale() {
        var words = Map.of(A, 10.0, B, 5.0);
        var meaning = Map.of(B, 0.6, C, 0.2);

        var fused = Fusion.ofScores(words, meaning, 0.5);

        assertThat(fused.keySet()).containsExactly(B, A, C);
        assertThat(fused.get(B)).isCloseTo(0.75, within(1e-12));
        assertThat(fused.get(A)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void goesByOneSideWhereTheOtherFoundNothing() {
        assertThat(Fusion.ofScores(Map.of(), Map.of(A, 0.1, B, 0.3), 0.5).keySet())
                .containsExactly(B, A);
        assertThat(Fusion.ofScores(Map.of(A, 1.0, B, 3.0), Map.of(), 0.5).keySet())
                .containsExactly(B, A);
        assertThat(Fusion.ofScores(Map.of(), Map.of(), 0.5)).isEmpty();
    }
}
