package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.Embedder;
import org.articlerecommender.embedding.Embedding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BackgroundTest {

    // long before what other tests bring in
    private static final LocalDate DAY = LocalDate.parse("1991-05-20");
    private static final int ARTICLES = 20;

    private final List<Article> glazes = series(1, "Glazes for stoneware", "cs.CY", 12, DAY.minusDays(9));
    private final List<Article> tides = series(2, "Tides of small harbours", "physics.ao-ph", 30, DAY.minusDays(2));
    private final List<Article> later = series(3, "Glazes for earthenware", "cs.CY", 40, DAY);
    private final Catalog catalog;
    private final Embedding embedding;
    private final Contents contents;
    private final Background background;

    BackgroundTest(Catalog catalog, Embedding embedding, ArticleVectors vectors, Contents contents, Embedder embedder) {
        this.catalog = catalog;
        this.embedding = embedding;
        this.contents = contents;
        var config = new SmallRyeConfigBuilder()
                .withMapping(InterestConfig.class)
                .withDefaultValue("interest.background", String.valueOf(ARTICLES))
                .withDefaultValue("interest.refresh-every", "PT3S")
                .build();
        this.background = new Background(vectors, contents, embedder, config.getConfigMapping(InterestConfig.class));
    }

    @BeforeEach
    void store() {
        catalog.save(Stream.of(glazes, tides, later).flatMap(List::stream).toList());
        Stream.of(glazes, tides, later).forEach(series -> embedding.embedNow(ids(series)));
    }

    @Test
    void holdsWhatWasAnnouncedLastBeforeTheDay() {
        var newest = contents(tides).subList(0, ARTICLES);

        assertThat(background.before(DAY, Set.of())).isEqualTo(newest);
        assertThat(background.before(DAY, Set.of(tides.get(0).id()))).isEqualTo(newest.subList(1, ARTICLES));
    }

    @Test
    void isMostlyOfTheCategoriesThatAreChosenFromWhenTheyAreMany() {
        var some = background.before(DAY, Set.of(), ids(later));

        assertThat(some).containsAll(contents(glazes)).doesNotContainAnyElementsOf(contents(later));
        assertThat(some).hasSize(glazes.size() + 3);
    }

    @Test
    void isOfAllFieldsWhenChosenFromAreFew() {
        var some = background.before(DAY, Set.of(), ids(later.subList(0, 1)));

        assertThat(some)
                .hasSize(ARTICLES + 1)
                .contains(contents(glazes).get(0), contents(tides).get(0));
    }

    @Test
    void isThatOfTheDayWhenNothingIsKnownOfWhatIsChosenFrom() {
        assertThat(background.before(DAY, Set.of(), List.of(new ArticleId("9912.99999"))))
                .isEqualTo(background.before(DAY, Set.of()));
    }

    private static List<Article> series(int number, String title, String category, int count, LocalDate day) {
        return IntStream.range(0, count)
                .mapToObj(i -> Invented.article(
                        "9105.%d%04d".formatted(number, i), 1, "%s, part %d".formatted(title, i), category, day))
                .toList();
    }

    private static List<ArticleId> ids(List<Article> articles) {
        return articles.stream().map(Article::id).toList();
    }

    private List<Content> contents(List<Article> articles) {
        return contents.inOrder(ids(articles));
    }
}
