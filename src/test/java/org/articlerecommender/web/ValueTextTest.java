package org.articlerecommender.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTextTest {

    @Test
    void namesTheHeaviestWeightsFirst() {
        var weights = Map.of("a", 0.1, "b", 0.3, "c", 0.2, "d", 0.05, "e", 0.15, "f", 0.12, "g", 0.08);

        assertThat(ValueText.of(weights)).isEqualTo("b 0.300, c 0.200, e 0.150, f 0.120, a 0.100 and 2 more");
        assertThat(ValueText.of(Map.of("a", 1.0))).isEqualTo("a 1.000");
        assertThat(ValueText.of(Map.of())).isEqualTo("none");
    }

    @Test
    void cutsWhatIsLongAndCountsVectors() {
        assertThat(ValueText.of("t".repeat(201))).isEqualTo("t".repeat(200) + "…");
        assertThat(ValueText.of(new float[384])).isEqualTo("384 numbers");
        assertThat(ValueText.of(null)).isEqualTo("no value");
        assertThat(ValueText.of(0.0001)).isEqualTo("1.0E-4");
    }
}
