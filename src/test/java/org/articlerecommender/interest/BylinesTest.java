package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.articlerecommender.interest.InterestModel.Liked;
import org.junit.jupiter.api.Test;

class BylinesTest {

    private static final String TITLE = "A title of forty characters, or about so";

    private final List<Content> background = IntStream.range(0, 200)
            .mapToObj(i -> article("Some title ".repeat(1 + i % 8), names(1 + i % 12, "other" + i)))
            .toList();

    @Test
    void anAuthorOfWhatWasLikedLiftsAnArticle() {
        var bylines = learn(liked(article(TITLE, List.of("Ada Example", "Ben Example"))));

        assertThat(bylines.gain(Byline.of(List.of("Cy Example", "ADA  example "), TITLE)))
                .isGreaterThan(bylines.gain(Byline.of(List.of("Cy Example", "Dee Example"), TITLE)) + 0.1);
    }

    @Test
    void anAuthorLikedLatelyLiftsMoreThanOneLikedLongAgo() {
        var bylines = learn(List.of(
                new Liked(article(TITLE, List.of("Long Ago")), 0.05),
                new Liked(article(TITLE, List.of("Of Late")), 1)));

        assertThat(bylines.gain(Byline.of(List.of("Of Late"), TITLE)))
                .isGreaterThan(bylines.gain(Byline.of(List.of("Long Ago"), TITLE)));
        assertThat(bylines.liked(List.of("Nobody", "Long Ago", "Of Late"), 3)).containsExactly("Of Late", "Long Ago");
        assertThat(bylines.liked(List.of("Long Ago", "Of Late"), 1)).containsExactly("Of Late");
    }

    @Test
    void whoeverLikesManyAuthorsUnderShortTitlesGetsMoreOfThem() {
        var examples = new ArrayList<Liked>();
        for (int i = 0; i < 40; i++) {
            examples.add(new Liked(article("Short", names(11, "liked" + i)), 1));
        }
        var bylines = learn(examples);

        assertThat(bylines.gain(Byline.of(names(12, "new"), "Brief")))
                .isGreaterThan(bylines.gain(Byline.of(names(1, "new"), TITLE + TITLE)) + 0.5);
    }

    @Test
    void oneLikedArticleSaysLessOfFormThanMany() {
        var one = new Liked(article("Short", names(12, "liked")), 1);

        assertThat(difference(learn(List.of(one)))).isBetween(0.0, difference(learn(Collections.nCopies(40, one))) / 2);
    }

    @Test
    void addsNothingOnAverageOverWhatComes() {
        var bylines = learn(liked(article(TITLE, List.of("Ada Example"))));

        assertThat(background.stream()
                        .mapToDouble(one -> bylines.gain(one.byline()))
                        .average()
                        .orElseThrow())
                .isCloseTo(0, within(0.02));
    }

    @Test
    void whatIsNotKnownAddsNothing() {
        assertThat(learn(liked(article(TITLE, List.of("Ada Example")))).gain(Byline.UNKNOWN))
                .isZero();
        assertThat(learn(liked(article(" ", List.of()))).gain(Byline.of(List.of("Ada Example"), TITLE)))
                .isZero();
        assertThat(Byline.of(List.of(), " ").length()).isNaN();
    }

    @Test
    void ofATitleWithoutAuthorsItsLengthCounts() {
        var bylines = learn(Collections.nCopies(40, new Liked(article("Short", List.of()), 1)));

        assertThat(bylines.gain(Byline.of(List.of(), "Brief")))
                .isGreaterThan(bylines.gain(Byline.of(List.of(), TITLE)) + 0.2);
        assertThat(bylines.gain(Byline.of(names(12, "new"), " ")))
                .isEqualTo(bylines.gain(Byline.of(names(1, "new"), " ")));
    }

    @Test
    void withoutABackgroundTheAuthorsCountAlone() {
        var bylines = new Bylines(liked(article(TITLE, List.of("Ada Example"))), List.of());

        assertThat(bylines.gain(Byline.of(List.of("Ada Example"), TITLE))).isPositive();
        assertThat(bylines.gain(Byline.of(names(12, "new"), "Brief"))).isZero();
    }

    /** What many authors under a short title gain beside few under a longer one. */
    private static double difference(Bylines bylines) {
        return bylines.gain(Byline.of(names(12, "new"), "Brief")) - bylines.gain(Byline.of(names(3, "new"), TITLE));
    }

    private Bylines learn(List<Liked> liked) {
        return new Bylines(liked, background);
    }

    private static List<Liked> liked(Content article) {
        return Collections.singletonList(new Liked(article, 1));
    }

    private static Content article(String title, List<String> authors) {
        return Content.of(new float[] {1}, title, null, authors);
    }

    private static List<String> names(int count, String of) {
        return IntStream.range(0, count).mapToObj(i -> of + " author " + i).toList();
    }
}
