package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.articlerecommender.events.Draft;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.Shown;
import org.junit.jupiter.api.Test;

class TrialTest {

    @Test
    void aDayIsWonByTheModelMoreOfWhoseLinesWereAnswered() {
        var trial = Trial.of(
                "old", "new", List.of(new Draft.Verdict(0, 3), new Draft.Verdict(1, 0), new Draft.Verdict(2, 2)));

        assertThat(trial.wins()).isEqualTo(1);
        assertThat(trial.losses()).isEqualTo(1);
        assertThat(trial.ties()).isEqualTo(1);
        assertThat(trial.winRate()).isEqualTo(0.5);
    }

    @Test
    void theIntervalIsWilsons() {
        var verdicts = new ArrayList<>(Collections.nCopies(60, new Draft.Verdict(0, 1)));
        verdicts.addAll(Collections.nCopies(40, new Draft.Verdict(1, 0)));

        var trial = Trial.of("old", "new", verdicts);

        // computed by hand for 60 of 100 at z = 2.576
        assertThat(trial.low()).isCloseTo(0.4716, within(0.001));
        assertThat(trial.high()).isCloseTo(0.7160, within(0.001));
    }

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        var trial = Trial.of("old", "new", List.of());

        assertThat(List.of(trial.winRate(), trial.low(), trial.high())).containsExactly(0.5, 0.0, 1.0);
    }

    @Test
    void aRateThatHalvedFell() {
        var rate = LiveRate.of("new", days(40, 0.3, 1), days(40, 0.1, 2), 42);

        assertThat(rate.before()).isGreaterThan(rate.after());
        assertThat(rate.fell(300)).isTrue();
        assertThat(rate.fell(5000)).isFalse();
    }

    @Test
    void aRateThatStayedOrRoseDidNotFall() {
        assertThat(LiveRate.of("new", days(40, 0.2, 1), days(40, 0.2, 2), 42).fell(300))
                .isFalse();
        assertThat(LiveRate.of("new", days(40, 0.1, 1), days(40, 0.3, 2), 42).fell(300))
                .isFalse();
    }

    @Test
    void aRateOfNothingIsNoFall() {
        assertThat(LiveRate.of("new", days(40, 0.2, 1), List.of(), 42).fell(1)).isFalse();
    }

    private static List<Shown> days(int count, double rate, long seed) {
        var random = new Random(seed);
        var days = new ArrayList<Shown>();
        for (int i = 0; i < count; i++) {
            int answered = (int) random.doubles(10).filter(one -> one < rate).count();
            days.add(new Shown(LocalDate.EPOCH.plusDays(i / 4), new ReaderId("reader-" + i % 4), 10, answered));
        }
        return days;
    }
}
