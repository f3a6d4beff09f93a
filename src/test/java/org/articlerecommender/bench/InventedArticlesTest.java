package org.articlerecommender.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.ArticleId;
import org.junit.jupiter.api.Test;

class InventedArticlesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 2);

    private final InventedArticles articles = new InventedArticles(7, DAY, 400);

    @Test
    void makesTheSameArticlesFromTheSameSeed() {
        assertThat(new InventedArticles(7, DAY, 400).between(0, 50)).isEqualTo(articles.between(0, 50));
        assertThat(new InventedArticles(8, DAY, 400).article(3).title())
                .isNotEqualTo(articles.article(3).title());
    }

    @Test
    void givesEveryArticleAnArxivIdOfItsOwn() {
        var ids = articles.between(0, 5_000).stream()
                .map(article -> new ArticleId(article.id()))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(articles.article(0).id()).isEqualTo("2402.00001");
    }

    @Test
    void announcesAsManyArticlesInTheWindowAsAsked() {
        var inWindow = articles.between(0, 3_000).stream()
                .filter(article -> LocalDate.parse(article.announced()).isAfter(DAY.minusDays(10)))
                .count();

        assertThat(inWindow).isEqualTo(400);
    }

    @Test
    void writesAbstractsAsLongAsArxivs() {
        var words = articles.between(0, 300).stream()
                .mapToInt(article -> article.summary().split(" ").length)
                .summaryStatistics();

        assertThat(words.getMin()).isGreaterThanOrEqualTo(70);
        assertThat(words.getMax()).isLessThanOrEqualTo(200);
        assertThat(words.getAverage()).isBetween(100.0, 140.0);
    }

    @Test
    void repeatsNoTitle() {
        assertThat(IntStream.range(0, 20_000).mapToObj(articles::title)).doesNotHaveDuplicates();
    }
}
