package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnoughTest {

    private final TrainingConfig config = Lists.config();

    @Test
    void saysEverythingThatIsMissing() {
        assertThat(missing(new TrainingSet(Lists.NAMES, List.of())))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .isEqualTo("Too little to learn from: 0 lists in which a reader opened something of the 20"
                                + " needed, 0 opened articles of the 30 needed, 0 articles shown and not opened of the"
                                + " 30 needed."));
    }

    @Test
    void saysThatThereIsOnlyOneClass() {
        assertThat(missing(Lists.of(100, 10, 1, values -> 1)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("0 articles shown and not opened"));
    }

    @Test
    void saysThatTheLaterListsTellNothing() {
        var opened = Lists.of(60, 10, 1, Lists::wants);
        var ignored = Lists.of(40, 10, 2, values -> 0);
        var rows = new java.util.ArrayList<>(opened.rows());
        ignored.rows()
                .forEach(row -> rows.add(new TrainingRow(
                        row.ranking(),
                        row.article(),
                        row.reader(),
                        row.at().plusSeconds(10_000_000),
                        row.position(),
                        row.values(),
                        Set.of(),
                        1)));

        assertThat(missing(new TrainingSet(Lists.NAMES, rows)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("later lists"));
    }

    @Test
    void isSatisfiedWithEnoughOfEverything() {
        assertThat(missing(Lists.of(60, 10, 1, Lists::wants))).isEmpty();
    }

    private Optional<String> missing(TrainingSet set) {
        return Enough.missing(set, set.split(0.25), config);
    }
}
