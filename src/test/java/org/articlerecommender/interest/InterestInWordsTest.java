package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.articlerecommender.interest.InterestModel.Liked;
import org.junit.jupiter.api.Test;

/** All articles here mean the same, so that only their words can tell them apart. */
class InterestInWordsTest {

    private static final float[] SAME = {1, 0};
    private static final List<String> COMMON = List.of(
            "model", "method", "results", "data", "learning", "network", "analysis", "approach", "task", "training");

    private final Random random = new Random(11);
    private final List<Content> background = others(400);

    @Test
    void wordsTellApartWhatMeansTheSame() {
        var model = learn(liked("tokenizer", true, 20));

        assertThat(model.score(article("tokenizer", true))).isGreaterThan(model.score(article("segmentation", true)));
    }

    @Test
    void namesTheWordsThatSpeakForAnArticle() {
        var model = learn(liked("tokenizer", true, 20));

        assertThat(model.tellingWords("A tokenizer for medical segmentation", 3))
                .startsWith("tokenizer")
                .doesNotContain("segmentation");
    }

    @Test
    void havingAnAbstractDoesNotCountAgainstAnArticleWhereOnlyTitlesWereLiked() {
        var model = learn(liked("tokenizer", false, 40));

        double withAbstract = model.score(article("tokenizer", true));

        assertThat(withAbstract).isGreaterThan(model.score(article("segmentation", true)));
        assertThat(withAbstract).isGreaterThan(0.5);
    }

    @Test
    void oneWordInCommonIsEnoughToStart() {
        var model = learn(liked("tokenizer", true, 1));

        assertThat(model.score(article("tokenizer", true))).isGreaterThan(model.score(article("segmentation", true)));
    }

    private InterestModel learn(List<Liked> liked) {
        return InterestModel.learn(liked, List.of(), background).orElseThrow();
    }

    private List<Liked> liked(String topic, boolean whole, int count) {
        var liked = new ArrayList<Liked>();
        for (int i = 0; i < count; i++) {
            liked.add(new Liked(article(topic, whole), 1));
        }
        return liked;
    }

    private List<Content> others(int count) {
        var others = new ArrayList<Content>();
        for (int i = 0; i < count; i++) {
            others.add(article("segmentation", true));
        }
        return others;
    }

    private Content article(String topic, boolean whole) {
        return Content.of(SAME, topic + " " + common(3), whole ? "We study " + topic + " with " + common(12) : null);
    }

    private String common(int count) {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add(COMMON.get(random.nextInt(COMMON.size())));
        }
        return String.join(" ", words);
    }
}
