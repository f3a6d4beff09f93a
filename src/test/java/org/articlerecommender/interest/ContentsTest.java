package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.articlerecommender.Eventually;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.Embedding;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContentsTest {

    private static final ArticleId ARTICLE = new ArticleId("9908.10001");
    private static final LocalDate DAY = LocalDate.parse("2024-03-01");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Contents contents;
    private final Catalog catalog;
    private final Embedding embedding;

    ContentsTest(Contents contents, Catalog catalog, Embedding embedding) {
        this.contents = contents;
        this.catalog = catalog;
        this.embedding = embedding;
    }

    @Test
    void isTheSameUntilTheArticleChangesAndThenHasItsNewWordsAndVector() {
        store(1, "Glazes for stoneware");
        var before = content();
        assertThat(content()).isSameAs(before);

        store(2, "Tide tables for small harbours");

        Eventually.holds("the content of a changed article follows it", PATIENCE, () -> {
            var now = content();
            return !Arrays.equals(now.words().ids(), before.words().ids())
                    && !Arrays.equals(now.vector(), before.vector());
        });
    }

    @Test
    void whatNobodyKnowsHasNoContent() {
        assertThat(contents.of(List.of(new ArticleId("9908.19999")))).isEmpty();
    }

    private void store(int version, String title) {
        catalog.save(List.of(Invented.article(ARTICLE.value(), version, title, "cs.CY", DAY)));
        embedding.embedNow(List.of(ARTICLE));
    }

    private Content content() {
        return contents.of(List.of(ARTICLE)).get(ARTICLE);
    }
}
