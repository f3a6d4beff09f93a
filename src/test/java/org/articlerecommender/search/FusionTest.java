package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
}
