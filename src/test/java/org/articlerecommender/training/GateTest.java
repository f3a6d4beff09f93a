package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.articlerecommender.ranking.TrainedModel;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");

    @Test
    void opensToWhatIsSurelyBetter() {
        var gate = gate(compared(0.01, 0.05), active("old", 1), "old");

        assertThat(gate.opens()).isTrue();
        assertThat(gate.reason())
                .startsWith("promoted, better than old on later lists")
                .contains("gain +0.010 to +0.050");
    }

    @Test
    void staysShutWhileZeroIsInTheInterval() {
        assertThat(gate(compared(-0.01, 0.05), active("old", 1), "old").opens()).isFalse();
        assertThat(gate(compared(-0.01, 0.05), null, null).reason())
                .startsWith("refused, not surely better than the fallback");
    }

    @Test
    void opensToWhatIsNotWorseThanAStaleChampion() {
        var gate = gate(compared(-0.01, 0.05), active("old", 90), "old");

        assertThat(gate.opens()).isTrue();
        assertThat(gate.reason()).contains("older than 60 days");
    }

    @Test
    void staysShutToWhatIsSurelyWorseThanAStaleChampion() {
        assertThat(gate(compared(-0.05, -0.01), active("old", 90), "old").opens())
                .isFalse();
    }

    @Test
    void opensWhenTheChampionCanNoLongerBeUsed() {
        var gate = gate(compared(-0.01, 0.05), active("old", 1), null);

        assertThat(gate.opens()).isTrue();
        assertThat(gate.reason()).contains("the active model old can no longer be used");
    }

    @Test
    void anObjectionShutsItForTheBetterModelToo() {
        var gate = gate(compared(0.01, 0.05), active("old", 1), "old").objected(Optional.of("values differ"));

        assertThat(gate.opens()).isFalse();
        assertThat(gate.reason()).startsWith("refused, values differ; by its lists alone promoted, better than old");
    }

    @Test
    void withoutAnObjectionTheComparisonDecides() {
        var gate = gate(compared(0.01, 0.05), active("old", 1), "old");

        assertThat(gate.objected(Optional.empty())).isEqualTo(gate);
    }

    private static Gate gate(Comparison compared, TrainedModel active, String serving) {
        return Gate.of(compared, active, serving, NOW, Duration.ofDays(60));
    }

    private static TrainedModel active(String id, int days) {
        var then = NOW.minus(Duration.ofDays(days));
        return new TrainedModel(
                id, "", TrainedModel.State.ACTIVE, List.of(), then, then, null, null, null, "", then, then, null);
    }

    private static Comparison compared(double low, double high) {
        var gain = new Figures.Interval((low + high) / 2, low, high);
        var none = new Figures.Interval(0, -0.1, 0.1);
        var figures = new Figures(gain, none, none, none, none, none);
        return new Comparison("days", figures, figures, figures);
    }
}
