package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Outcome;
import org.articlerecommender.ranking.ScoringModel;
import org.junit.jupiter.api.Test;

class LearnerTest {

    private final TrainingConfig config = Lists.config();

    @Test
    void leavesOutAnOutcomeThatWasNeverSeen() {
        var learned = learn(Lists.of(60, 20, 3, Lists::wants));

        assertThat(learned.leftOut()).containsExactly(Outcome.CLICK, Outcome.SAVE);
        assertThat(learned.chosen()).extracting(Learner.Chosen::outcome).containsExactly(Outcome.EXPAND);
    }

    @Test
    void makesNoModelOfOneClass() {
        assertThat(learn(Lists.of(60, 20, 3, values -> 1)).model()).isNull();
        assertThat(learn(Lists.of(60, 20, 3, values -> 0)).model()).isNull();
    }

    @Test
    void learnsEachOutcomeByItself() {
        var learned = learn(biased(500, 0));

        assertThat(learned.leftOut()).isEmpty();
        assertThat(learned.model().tasks())
                .extracting(ScoringModel.Task::outcome)
                .containsExactly(Outcome.EXPAND, Outcome.CLICK, Outcome.SAVE);
        assertThat(learned.model().tasks())
                .extracting(ScoringModel.Task::weight)
                .containsExactly(1 / 6.0, 2 / 6.0, 3 / 6.0);
    }

    @Test
    void standingHighIsNoMeritOfAnArticle() {
        // what is shown first is what the model before liked, and readers look at little else
        var set = biased(900, 1.2);
        var model = learn(set).model();
        var wanted = new double[] {0.8, 0.1};
        var shownFirst = new double[] {0.2, 0.9};

        assertThat(score(model, wanted)).isGreaterThan(score(model, shownFirst));
    }

    @Test
    void tellsHowFastReadersStopLooking() {
        assertThat(Examination.of(biased(900, 0), config)).isLessThan(0.15);
        assertThat(Examination.of(biased(900, 0.8), config)).isBetween(0.65, 1.0);
        assertThat(Examination.of(Lists.of(20, 10, 3, values -> 0), config)).isZero();
    }

    @Test
    void whatOrderedTheListsIsNotCreditedWithHavingBeenLookedAt() {
        var set = biased(900, 0.8);
        var worth = Worth.of(config);
        ScoredLists.ListScorer wanted =
                list -> list.stream().mapToDouble(row -> row.values()[0]).toArray();
        ScoredLists.ListScorer shown =
                list -> list.stream().mapToDouble(row -> row.values()[1]).toArray();
        var once = Draws.once(900);

        double naive = new ScoredLists(set, worth, shown).measure(once).auc()
                - new ScoredLists(set, worth, wanted).measure(once).auc();
        var examined = worth.examined(Examination.of(set, config));
        double weighted = new ScoredLists(set, examined, shown).measure(once).auc()
                - new ScoredLists(set, examined, wanted).measure(once).auc();

        assertThat(naive).isPositive();
        assertThat(weighted).isNegative();
    }

    @Test
    void t5_takesReadersWithoutFeatures() {
        var set = Lists.of(60, 20, 3, Lists::wants);
        var rows = new ArrayList<TrainingRow>();
        for (int i = 0; i < set.rows().size(); i++) {
            var row = set.rows().get(i);
            var values = i % 5 == 0 ? new double[] {Double.NaN, Double.NaN, Double.NaN} : row.values();
            rows.add(new TrainingRow(
                    row.ranking(), row.article(), row.reader(), row.at(), row.position(), values, row.outcomes(), 1));
        }

        var model = learn(new TrainingSet(Lists.NAMES, rows)).model();

        assertThat(score(model, new double[] {Double.NaN, Double.NaN, Double.NaN}))
                .isBetween(0.0, 1.0);
        assertThat(score(model, new double[] {14, 0, 7})).isGreaterThan(score(model, new double[] {6, 0, 7}));
    }

    @Test
    void anExploringLineCountsMoreThanOnceButNotWithoutLimit() {
        var row = Lists.of(1, 1, 1, values -> 1).rows().get(0);
        var explored = new TrainingRow(
                row.ranking(), row.article(), row.reader(), row.at(), 1, row.values(), row.outcomes(), 1 / 50.0);

        assertThat(Learner.weighted(List.of(row, explored), 5)).hasSize(6);
    }

    @Test
    void theSameSetGivesTheSameModelAndItComesBackFromJsonAsItWas() throws Exception {
        var json = new ObjectMapper();
        var model = learn(biased(500, 0)).model();

        var back = json.readValue(json.writeValueAsString(model), ScoringModel.class);

        assertThat(learn(biased(500, 0)).model().digest()).isEqualTo(model.digest());
        assertThat(back.digest()).isEqualTo(model.digest());
    }

    private Learner.Learned learn(TrainingSet set) {
        return Learner.of(set, name -> "hash of " + name, config);
    }

    private static double score(ScoringModel model, double[] values) {
        var all = Arrays.copyOf(values, model.features().size());
        all[all.length - 1] = Double.NaN;
        return model.score(all);
    }

    /**
     * Lists in the order of their second value, which readers do not care for. They answer to the first, as far down as
     * they look.
     *
     * @param steepness how fast they stop looking; 0 for never
     */
    private static TrainingSet biased(int lists, double steepness) {
        var random = new Random(9);
        var rows = new ArrayList<TrainingRow>();
        for (int list = 0; list < lists; list++) {
            var values = new ArrayList<double[]>();
            for (int i = 0; i < 10; i++) {
                values.add(new double[] {random.nextDouble(), random.nextDouble()});
            }
            values.sort((one, two) -> Double.compare(two[1], one[1]));
            for (int position = 1; position <= 10; position++) {
                var own = values.get(position - 1);
                double looks = Math.pow(position, -steepness);
                var outcomes = EnumSet.noneOf(Outcome.class);
                for (var outcome : Outcome.values()) {
                    if (random.nextDouble() < looks * own[0] * 0.6 / (outcome.ordinal() + 1)) {
                        outcomes.add(outcome);
                    }
                }
                rows.add(new TrainingRow(
                        new UUID(7, list),
                        new ArticleId("2503.%05d".formatted(list * 10 + position)),
                        new ReaderId("reader-" + list % 5),
                        Instant.EPOCH.plusSeconds(3600L * list),
                        position,
                        own,
                        outcomes,
                        1));
            }
        }
        return new TrainingSet(List.of("a:wanted", "a:shown"), rows);
    }
}
