package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Draft;
import org.articlerecommender.ranking.Ranking;
import org.junit.jupiter.api.Test;

class TeamDraftTest {

    private static final List<Integer> UP = IntStream.range(0, 30).boxed().toList();
    private static final List<Integer> DOWN =
            IntStream.range(0, 30).map(i -> 29 - i).boxed().toList();

    @Test
    void everyCandidateComesBackOnce() {
        var draft = TeamDraft.of(ranking("old", UP), ranking("new", DOWN), 10, new Random(1));

        assertThat(draft.ranking().lines())
                .extracting(Ranking.Line::article)
                .containsExactlyInAnyOrderElementsOf(articles(UP));
        assertThat(draft.teams()).hasSize(30);
        assertThat(draft.ranking().model()).isEqualTo("old");
        assertThat(draft.challenger()).isEqualTo("new");
    }

    @Test
    void eachTeamPicksItsOwnBest() {
        var draft = TeamDraft.of(ranking("old", UP), ranking("new", DOWN), 10, new Random(1));

        var lines = draft.ranking().lines();
        var champion = IntStream.range(0, 10)
                .filter(i -> draft.teams().get(i) == Draft.CHAMPION)
                .mapToObj(i -> lines.get(i).article())
                .toList();
        var challenger = IntStream.range(0, 10)
                .filter(i -> draft.teams().get(i) == Draft.CHALLENGER)
                .mapToObj(i -> lines.get(i).article())
                .toList();
        assertThat(champion).isEqualTo(articles(UP.subList(0, 5)));
        assertThat(challenger).isEqualTo(articles(DOWN.subList(0, 5)));
        assertThat(draft.teams().subList(10, 30)).containsOnly(Draft.NEITHER);
    }

    @Test
    void neitherTeamHasAnAdvantageOfPlace() {
        int firsts = 0;
        for (int seed = 0; seed < 2000; seed++) {
            var draft = TeamDraft.of(ranking("old", UP), ranking("new", DOWN), 10, new Random(seed * 7919L));
            firsts += draft.teams().get(0) == Draft.CHAMPION ? 1 : 0;
        }

        assertThat(firsts).isBetween(880, 1120);
    }

    @Test
    void twoEqualRankingsStayTheRankingTheyAre() {
        var draft = TeamDraft.of(ranking("old", UP), ranking("new", UP), 10, new Random(4));

        assertThat(draft.ranking().lines()).extracting(Ranking.Line::article).containsExactlyElementsOf(articles(UP));
        assertThat(draft.teams().subList(0, 10)).contains(Draft.CHAMPION, Draft.CHALLENGER);
    }

    private static List<ArticleId> articles(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> new ArticleId("2401.%05d".formatted(number)))
                .toList();
    }

    private static Ranking ranking(String model, List<Integer> order) {
        var lines = articles(order).stream()
                .map(id -> new Ranking.Line(id, 0.5, new double[0], null))
                .toList();
        return new Ranking(model, List.of(), lines, null);
    }
}
