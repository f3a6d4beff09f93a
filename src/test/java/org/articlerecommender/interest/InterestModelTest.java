package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.articlerecommender.interest.InterestModel.Liked;
import org.junit.jupiter.api.Test;

class InterestModelTest {

    private static final int WIDTH = 48;

    private final Random random = new Random(5);
    private final List<Content> background = around(null, 600);

    @Test
    void knowsNothingFromNothing() {
        assertThat(InterestModel.learn(List.of(), List.of(), background)).isEmpty();
    }

    @Test
    void prefersWhatIsLikeTheLikedAfterOneArticle() {
        var topic = unit();

        var model = learn(liked(List.of(topic), 1));

        assertThat(share(model, around(topic, 50), around(null, 200))).isGreaterThan(0.95);
    }

    @Test
    void keepsASmallInterestBesideALargeOne() {
        var large = unit();
        var small = unit();
        var examples = new ArrayList<>(liked(around(large, 300), 1));
        examples.addAll(liked(around(small, 6), 1));

        var model = learn(examples);

        assertThat(share(model, around(small, 50), around(null, 200))).isGreaterThan(0.9);
    }

    @Test
    void tellsSeveralInterestsApart() {
        var large = unit();
        var small = unit();
        var examples = new ArrayList<>(liked(around(large, 60), 1));
        examples.addAll(liked(around(small, 6), 1));

        var model = learn(examples);

        assertThat(model.look(small).interest()).isNotEqualTo(model.look(large).interest());
        assertThat(around(large, 20))
                .allMatch(one -> model.look(one).interest() == model.look(large).interest());
    }

    @Test
    void whatWasLikedLatelyCountsMore() {
        var before = unit();
        var lately = unit();
        var examples = new ArrayList<>(liked(around(before, 40), 0.05));
        examples.addAll(liked(around(lately, 40), 1));

        var model = learn(examples);

        assertThat(share(model, around(lately, 100), around(before, 100))).isGreaterThan(0.8);
    }

    @Test
    void dislikedArticlesPushTheirKindDown() {
        var topic = unit();
        var other = unit();
        var examples = liked(around(topic, 20), 1);
        var probe = around(other, 50);

        var without = learn(examples);
        var with = InterestModel.learn(examples, around(other, 20), background).orElseThrow();

        assertThat(mean(with, probe)).isLessThan(mean(without, probe));
    }

    @Test
    void namesTheNearestOfTheLiked() {
        var first = unit();
        var second = unit();

        var look = learn(liked(List.of(first, second), 1)).look(second);

        assertThat(look.nearest()).isEqualTo(1);
        assertThat(look.likeness()).isBetween(0.999, 1.001);
    }

    @Test
    void theSameExamplesGiveTheSameModel() {
        var examples = liked(around(unit(), 30), 1);
        var probe = unit();

        assertThat(learn(examples).score(probe)).isEqualTo(learn(examples).score(probe));
    }

    @Test
    void worksWithoutABackground() {
        var topic = unit();

        var model = InterestModel.learn(liked(List.of(topic), 1), List.of(), List.of())
                .orElseThrow();

        assertThat(model.score(topic)).isGreaterThan(model.score(unit()));
    }

    @Test
    void leavesOutVectorsOfAnotherModel() {
        var topic = unit();
        var mixed = new ArrayList<>(background);
        mixed.add(meaning(new float[WIDTH + 1]));

        var model =
                InterestModel.learn(liked(List.of(topic), 1), List.of(), mixed).orElseThrow();

        assertThat(model.score(topic)).isGreaterThan(0.5);
    }

    private InterestModel learn(List<Liked> liked) {
        return InterestModel.learn(liked, List.of(), background).orElseThrow();
    }

    private static List<Liked> liked(List<Content> vectors, double weight) {
        return vectors.stream().map(one -> new Liked(one, weight)).toList();
    }

    /** How often the model puts one of the first above one of the second. */
    private static double share(InterestModel model, List<Content> first, List<Content> second) {
        long above = first.stream()
                .mapToLong(one -> second.stream()
                        .filter(other -> model.score(one) > model.score(other))
                        .count())
                .sum();
        return above / (double) (first.size() * second.size());
    }

    private static double mean(InterestModel model, List<Content> vectors) {
        return vectors.stream().mapToDouble(model::score).average().orElseThrow();
    }

    private List<Content> around(Content centre, int count) {
        var vectors = new ArrayList<Content>();
        for (int i = 0; i < count; i++) {
            var vector = unit().vector();
            for (int j = 0; centre != null && j < WIDTH; j++) {
                vector[j] = 0.6f * vector[j] + 0.8f * centre.vector()[j];
            }
            vectors.add(meaning(normal(vector)));
        }
        return vectors;
    }

    private Content unit() {
        var vector = new float[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
            vector[j] = (float) random.nextGaussian();
        }
        return meaning(normal(vector));
    }

    private static Content meaning(float[] vector) {
        return Content.of(vector);
    }

    private static float[] normal(float[] vector) {
        double square = 0;
        for (float one : vector) {
            square += one * one;
        }
        for (int j = 0; j < vector.length; j++) {
            vector[j] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
