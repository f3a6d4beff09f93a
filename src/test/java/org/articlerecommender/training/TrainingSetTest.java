package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrainingSetTest {

    private final TrainingSet set = Lists.of(20, 5, 1, Lists::wants);

    @Test
    void splitsByTimeAndNeverInsideAList() {
        var split = set.split(0.25);

        assertThat(split.earlier().lists()).hasSize(15);
        assertThat(split.later().lists()).hasSize(5);
        var last = split.earlier().rows().get(split.earlier().rows().size() - 1);
        assertThat(split.later().rows()).allMatch(row -> row.at().isAfter(last.at()));
        assertThat(split.earlier().rows().stream().map(TrainingRow::ranking).collect(Collectors.toSet()))
                .doesNotContainAnyElementsOf(
                        split.later().rows().stream().map(TrainingRow::ranking).toList());
    }

    @Test
    void onlyListsWithBothAnswersTell() {
        assertThat(Lists.of(4, 5, 1, values -> 0).tellingLists()).isZero();
        assertThat(Lists.of(4, 5, 1, values -> 1).tellingLists()).isZero();
        assertThat(set.tellingLists()).isPositive();
    }
}
