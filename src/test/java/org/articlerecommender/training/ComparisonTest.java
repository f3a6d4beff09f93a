package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Outcome;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Worth EXPAND_ONLY = new Worth(1, 0, 0);
    private static final Worth WORTH = new Worth(1, 2, 3);
    private static final ScoredLists.ListScorer BY = list -> scores(list, values -> values[0]);

    private final TrainingSet set = Lists.of(80, 15, 9, Lists::wants);

    @Test
    void findsTheBetterOfTwo() {
        var compared = compare(Lists::wants, values -> 0.5);

        assertThat(compared.isBetter()).isTrue();
        assertThat(compared.difference().auc().low()).isPositive();
        assertThat(compared.baseline().auc().value()).isEqualTo(0.5);
    }

    @Test
    void isNotBetterThanItself() {
        assertThat(compare(Lists::wants, Lists::wants).isBetter()).isFalse();
    }

    @Test
    void isNotBetterWhenWorse() {
        assertThat(compare(values -> 1 / (1 + Math.exp(-values[1])), Lists::wants)
                        .isBetter())
                .isFalse();
    }

    @Test
    void figuresLieInTheirIntervals() {
        var ndcg = compare(Lists::wants, values -> 0.5).model().ndcg10();

        assertThat(ndcg.value()).isBetween(ndcg.low(), ndcg.high());
        assertThat(ndcg.high() - ndcg.low()).isPositive();
    }

    @Test
    void measuresAsTheDefinitionsSay() {
        // scores 0.9 0.8 0.7 0.2, opened: the second and the last
        var lists = new ScoredLists(
                small(new double[] {0.9, 0.8, 0.7, 0.2}, false, true, false, true),
                EXPAND_ONLY,
                list -> list.stream().mapToDouble(row -> row.values()[0]).toArray());

        var measured = lists.measure(Draws.once(1));

        assertThat(measured.auc()).isEqualTo(1 / 4.0);
        double ideal = 1 + 1 / log2(3);
        assertThat(measured.ndcg10()).isCloseTo((1 / log2(3) + 1 / log2(5)) / ideal, within(1e-12));
        assertThat(measured.logLoss())
                .isCloseTo(-(Math.log(0.1) + Math.log(0.8) + Math.log(0.3) + Math.log(0.2)) / 4, within(1e-12));
        assertThat(measured.calibrationError()).isCloseTo((0.9 + 0.2 + 0.7 + 0.8) / 4, within(1e-12));
        assertThat(measured.map()).isCloseTo((1 / 2.0 + 2 / 4.0) / 2, within(1e-12));
        assertThat(measured.recall()).isEqualTo(1);
    }

    @Test
    void aSaveAboveADetailViewGainsMoreThanBelow() {
        var at = new double[] {0.9, 0.1};
        var savedFirst = new ScoredLists(set(at, Set.of(Outcome.SAVE), Set.of(Outcome.EXPAND), Set.of()), WORTH, BY);
        var savedLast = new ScoredLists(set(at, Set.of(Outcome.EXPAND), Set.of(Outcome.SAVE), Set.of()), WORTH, BY);

        assertThat(savedFirst.measure(Draws.once(1)).ndcg10()).isEqualTo(1);
        assertThat(savedLast.measure(Draws.once(1)).ndcg10()).isBetween(0.7, 0.95);
    }

    @Test
    void drawsWholeDaysWhereThereAreMany() {
        assertThat(Draws.of(Lists.of(5, 15, 9, Lists::wants), 1).unit()).isEqualTo("lists");
        assertThat(Draws.of(set, 1).unit()).isEqualTo("readers' days");
        assertThat(Draws.of(Lists.of(24 * 8, 3, 1, Lists::wants), 1).unit()).isEqualTo("days");
    }

    @Test
    void anAnswerThatFewReadersGetToSeeCountsForThoseWhoDidNot() {
        // two lists of four with one answer each: at the top, which the baseline chose, and at the bottom, which the
        // model would
        var top = rows(new UUID(1, 1), new double[] {0, 1, 2, 3}, opened(true, false, false, false));
        var bottom = rows(new UUID(1, 2), new double[] {0, 1, 2, 3}, opened(false, false, false, true));
        var both = new TrainingSet(
                top.names(),
                Stream.concat(top.rows().stream(), bottom.rows().stream()).toList());
        ScoredLists.ListScorer asShown = list -> scores(list, values -> -values[0]);

        double alike =
                new ScoredLists(both, EXPAND_ONLY, BY).measure(Draws.once(2)).auc();
        var examined = EXPAND_ONLY.examined(1);
        double model =
                new ScoredLists(both, examined, BY).measure(Draws.once(2)).auc();
        double baseline =
                new ScoredLists(both, examined, asShown).measure(Draws.once(2)).auc();

        assertThat(alike).isEqualTo(0.5);
        assertThat(model).isCloseTo(4 / 5.0, within(1e-12));
        assertThat(baseline).isCloseTo(1 / 5.0, within(1e-12));
    }

    @Test
    void anIntervalOverFewDaysIsWiderThanItsPercentiles() {
        var drawn = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();

        assertThat(Figures.Interval.of(500, drawn, 100_000).low()).isBetween(23.0, 25.0);
        // Student's t with 6 degrees of freedom, and the variance of seven drawn with replacement
        assertThat(Figures.Interval.of(500, drawn, 7).low()).isEqualTo(4);
        assertThat(Figures.Interval.of(500, drawn, 7).high()).isEqualTo(995);
        assertThat(Figures.Interval.of(500, drawn, 1)).isEqualTo(new Figures.Interval(500, 0, 999));
    }

    @Test
    void aScorerThatTellsNothingIsNotCreditedWithTheOrderShown() {
        // what stands first is opened, as readers do
        var lists = Lists.of(300, 10, 5, Lists::wants);
        var rows = lists.rows().stream()
                .map(row -> new TrainingRow(
                        row.ranking(),
                        row.article(),
                        row.reader(),
                        row.at(),
                        row.position(),
                        row.values(),
                        row.position() == 1 ? Set.of(Outcome.EXPAND) : Set.<Outcome>of(),
                        1))
                .toList();
        var equal = new ScoredLists(new TrainingSet(Lists.NAMES, rows), EXPAND_ONLY, list -> new double[list.size()]);

        // one of ten at a place that chance gives
        assertThat(equal.measure(Draws.once(300)).ndcg10()).isBetween(0.38, 0.53);
    }

    @Test
    void aTieCountsHalf() {
        var lists = new ScoredLists(small(new double[] {0.5, 0.5}, true, false), EXPAND_ONLY, BY);

        assertThat(lists.measure(Draws.once(1)).auc()).isEqualTo(0.5);
    }

    private Comparison compare(ToDoubleFunction<double[]> model, ToDoubleFunction<double[]> baseline) {
        return Comparison.of(
                new ScoredLists(set, EXPAND_ONLY, list -> scores(list, model)),
                new ScoredLists(set, EXPAND_ONLY, list -> scores(list, baseline)),
                Draws.of(set, 1));
    }

    private static double[] scores(List<TrainingRow> list, ToDoubleFunction<double[]> score) {
        return list.stream()
                .mapToDouble(row -> score.applyAsDouble(row.values()))
                .toArray();
    }

    private static TrainingSet small(double[] scores, boolean... opened) {
        return rows(new UUID(1, 1), scores, opened(opened));
    }

    private static List<Set<Outcome>> opened(boolean... opened) {
        return IntStream.range(0, opened.length)
                .mapToObj(i -> opened[i] ? Set.of(Outcome.EXPAND) : Set.<Outcome>of())
                .toList();
    }

    /** @param scores of the first two of three rows; the last has none */
    private static TrainingSet set(double[] scores, Set<Outcome> first, Set<Outcome> second, Set<Outcome> third) {
        return rows(new UUID(1, 1), new double[] {scores[0], scores[1], 0}, List.of(first, second, third));
    }

    private static TrainingSet rows(UUID ranking, double[] scores, List<Set<Outcome>> outcomes) {
        var rows = new ArrayList<TrainingRow>();
        for (int i = 0; i < scores.length; i++) {
            rows.add(new TrainingRow(
                    ranking,
                    new ArticleId("2503.%05d".formatted(i)),
                    new ReaderId("ada"),
                    Instant.EPOCH,
                    i + 1,
                    new double[] {scores[i]},
                    outcomes.get(i),
                    1));
        }
        return new TrainingSet(List.of("a:score"), rows);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
