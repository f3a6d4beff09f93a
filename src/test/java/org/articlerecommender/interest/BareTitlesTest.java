package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.embedding.TextVectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BareTitlesTest {

    // long before what other tests bring in
    private static final LocalDate DAY = LocalDate.parse("1989-05-20");

    private final List<Article> articles = IntStream.range(0, 40)
            .mapToObj(i -> Invented.article(
                    "8905.0%04d".formatted(i), 1, "Kilns of village %d and their glazes".formatted(i), "cs.CY", DAY))
            .toList();
    private final BareTitles titles;
    private final Contents contents;
    private final TextVectors texts;
    private final Catalog catalog;
    private final Embedding embedding;

    BareTitlesTest(BareTitles titles, Contents contents, TextVectors texts, Catalog catalog, Embedding embedding) {
        this.titles = titles;
        this.contents = contents;
        this.texts = texts;
        this.catalog = catalog;
        this.embedding = embedding;
    }

    @BeforeEach
    void store() {
        catalog.save(articles);
        embedding.embedNow(articles.stream().map(Article::id).toList());
    }

    @Test
    void bringsATitleNearerToItsArticle() {
        var article = articles.get(0);
        var whole = contents.of(List.of(article.id())).get(article.id());
        var bare = bare(article);

        var placed = titles.placed(Map.of("one", bare, "other", whole), DAY.plusDays(1));

        assertThat(DotProduct.of(placed.get("one").vector(), whole.vector()))
                .isGreaterThan(DotProduct.of(bare.vector(), whole.vector()));
        assertThat(DotProduct.of(placed.get("one").vector(), placed.get("one").vector()))
                .isCloseTo(1, within(1e-5f));
        assertThat(placed.get("one").isTitleOnly()).isTrue();
        assertThat(placed.get("other")).isSameAs(whole);
    }

    @Test
    void leavesTitlesWhereTheyAreWhileThereAreNoArticlesToMeasureOn() {
        var bare = bare(articles.get(0));

        assertThat(titles.placed(Map.of("one", bare), DAY)).containsValue(bare);
    }

    private Content bare(Article article) {
        return Content.of(texts.of(article.title()), article.title(), null);
    }
}
