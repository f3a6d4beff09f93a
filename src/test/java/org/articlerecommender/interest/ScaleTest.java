package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void countsSpreadsFromTheMean() {
        var scale = Scale.of(List.of(new double[] {1}, new double[] {3}), 0);

        assertThat(scale.standard(2)).isCloseTo(0, within(1e-12));
        assertThat(scale.standard(4)).isCloseTo(2, within(1e-12));
    }

    @Test
    void tellsArticlesApartHoweverFarTheyLieAboveAllOthers() {
        var scale = Scale.of(List.of(new double[] {0.5}, new double[] {0.5}), 0);

        assertThat(scale.standard(50)).isGreaterThan(scale.standard(40)).isLessThan(20);
        assertThat(scale.standard(-50)).isLessThan(scale.standard(-40)).isGreaterThan(-20);
    }
}
