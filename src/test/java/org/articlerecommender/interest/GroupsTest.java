package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupsTest {

    @Test
    void whatIsAlikeIsOneGroupAndTheRestAnother() {
        assertThat(Groups.of(new float[][] {{1, 0}, {0.9f, 0.1f}, {0, 1}, {0.8f, 0.3f}, {0.1f, 0.9f}}))
                .containsExactly(0, 0, 1, 0, 1);
    }

    @Test
    void oneArticleIsOneGroup() {
        assertThat(Groups.of(new float[][] {{0, 1}})).containsExactly(0);
    }

    @Test
    void noMoreThanSixGroupsAreOpened() {
        var vectors = new float[20][20];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i][i] = 1;
        }

        assertThat(Groups.of(vectors)).hasSize(20).doesNotContain(6).contains(5);
    }
}
